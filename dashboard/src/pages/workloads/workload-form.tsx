import AttributeEditor from '@cloudscape-design/components/attribute-editor';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client';
import { ProblemError } from '../../api/problem';
import { useAnnouncements } from '../../shared/Announcements';
import { Choice } from '../../shared/Choice';
import { Field } from '../../shared/Field';
import { Failed } from '../../shared/PageState';
import { problemText } from '../../shared/problem-text';
import { texts } from '../../texts';
import type { Workload } from './data';
import { type Fields, fieldsOf, inputOf, selectorOf, type Tag } from './form-fields';
import { Preview } from './preview';

const { form, preview } = texts.workloads;
const { common } = texts;

/** Why a new workload was not added, or an edit not saved. */
function heading(error: unknown): string {
  return error instanceof ProblemError && error.status === 428 ? form.exists : form.failed;
}

/** Adds a workload, or edits one, and shows what its selector matches while it is written. */
export function WorkloadForm({
  workload,
  etag,
  onReadTheirs,
  onSaved,
  onClose,
}: {
  workload?: Workload;
  etag?: string;
  onReadTheirs?: () => void;
  onSaved: (id: string) => void;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const announcements = useAnnouncements();
  const [fields, setFields] = useState(() => fieldsOf(workload));
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<Fields>) => {
    setFields((before) => ({ ...before, ...change }));
  };
  const at = (field: string) => {
    const wrong = error instanceof ProblemError ? error.problem.field : undefined;
    return wrong === field || wrong?.startsWith(`${field}.`) || wrong?.startsWith(`${field}[`)
      ? problemText(error)
      : undefined;
  };
  const placed = [
    'id',
    'name',
    'ownerTeam',
    'environment',
    'dataClassification',
    'frameworks',
    'selector',
  ].some(at);
  const save = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await api.PUT('/api/workloads/{id}', {
        params: { path: { id: fields.id.trim() }, header: etag ? { 'If-Match': etag } : {} },
        body: inputOf(fields),
      });
      announcements.done(form.saved(fields.name));
      for (const key of ['workloads', 'resources', 'posture', 'runs']) {
        void client.invalidateQueries({ queryKey: [key] });
      }
      onSaved(fields.id.trim());
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      visible
      size="large"
      header={workload ? form.editTitle(workload.name) : form.addTitle}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button variant="primary" loading={busy} onClick={() => void save()}>
              {form.save}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <ColumnLayout columns={2}>
          {!workload && (
            <Field
              label={form.id}
              hint={form.idHint}
              value={fields.id}
              error={at('id')}
              onChange={(id) => {
                set({ id });
              }}
            />
          )}
          <Field
            label={form.name}
            value={fields.name}
            error={at('name')}
            onChange={(name) => {
              set({ name });
            }}
          />
          <Field
            label={form.owner}
            hint={form.ownerHint}
            value={fields.ownerTeam}
            error={at('ownerTeam')}
            onChange={(ownerTeam) => {
              set({ ownerTeam });
            }}
          />
          <Field
            label={form.environment}
            hint={form.environmentHint}
            value={fields.environment}
            error={at('environment')}
            onChange={(environment) => {
              set({ environment });
            }}
          />
          <FormField label={form.criticality}>
            <Choice
              label={form.criticality}
              any={form.notSaid}
              value={fields.criticality}
              words={common.severities}
              onChange={(criticality) => {
                set({ criticality });
              }}
            />
          </FormField>
          <Field
            label={form.data}
            hint={form.dataHint}
            value={fields.dataClassification}
            error={at('dataClassification')}
            onChange={(dataClassification) => {
              set({ dataClassification });
            }}
          />
          <Field
            label={form.frameworks}
            hint={form.frameworksHint}
            value={fields.frameworks}
            error={at('frameworks')}
            onChange={(frameworks) => {
              set({ frameworks });
            }}
          />
        </ColumnLayout>
        <Tags
          tags={fields.tags}
          error={at('selector')}
          onChange={(tags) => {
            set({ tags });
          }}
        />
        <ColumnLayout columns={2}>
          <Field
            label={form.accounts}
            hint={form.accountsHint}
            value={fields.accounts}
            onChange={(accounts) => {
              set({ accounts });
            }}
          />
          <Field
            label={form.resources}
            hint={form.resourcesHint}
            value={fields.resources}
            onChange={(resources) => {
              set({ resources });
            }}
          />
        </ColumnLayout>
        <div>
          <Box variant="h3">{preview.title}</Box>
          <Preview id={workload?.id} selector={selectorOf(fields)} />
        </div>
        {error !== undefined && !placed && (
          <Failed error={error} title={heading(error)} readTheirs={onReadTheirs} />
        )}
      </SpaceBetween>
    </Modal>
  );
}

function Tags({
  tags,
  error,
  onChange,
}: {
  tags: readonly Tag[];
  error: string | undefined;
  onChange: (tags: Tag[]) => void;
}) {
  const setAt = (index: number, change: Partial<Tag>) => {
    onChange(tags.map((tag, at) => (at === index ? { ...tag, ...change } : tag)));
  };
  return (
    <FormField label={form.tags} errorText={error} stretch>
      <AttributeEditor
        items={tags}
        addButtonText={form.addTag}
        removeButtonText={form.removeTag}
        empty={form.noTags}
        onAddButtonClick={() => {
          onChange([...tags, { key: '', value: '' }]);
        }}
        onRemoveButtonClick={({ detail }) => {
          onChange(tags.filter((_, at) => at !== detail.itemIndex));
        }}
        definition={[
          {
            label: form.tagKey,
            control: (tag, index) => (
              <Input
                value={tag.key}
                ariaLabel={form.tagKey}
                onChange={({ detail }) => {
                  setAt(index, { key: detail.value });
                }}
              />
            ),
          },
          {
            label: form.tagValue,
            control: (tag, index) => (
              <Input
                value={tag.value}
                ariaLabel={form.tagValue}
                onChange={({ detail }) => {
                  setAt(index, { value: detail.value });
                }}
              />
            ),
          },
        ]}
      />
    </FormField>
  );
}

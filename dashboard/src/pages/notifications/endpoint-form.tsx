import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Modal from '@cloudscape-design/components/modal';
import Multiselect from '@cloudscape-design/components/multiselect';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { ProblemError } from '../../api/problem';
import type { GapReason, Severity } from '../../api/types';
import { Field, words } from '../../shared/Field';
import { Failed } from '../../shared/PageState';
import { problemText } from '../../shared/problem-text';
import { texts } from '../../texts';
import { type Endpoint, type EndpointInput, inputOf, type Told } from './data';

const { form, transitions } = texts.notifications;
const { common } = texts;

interface Fields {
  name: string;
  team: string;
  url: string;
  minimumSeverity: Severity;
  transitions: Told[];
  reasons: GapReason[];
  environments: string;
  workloads: string;
}

function fieldsOf(endpoint: Endpoint | undefined): Fields {
  return {
    name: endpoint?.name ?? '',
    team: endpoint?.team ?? '',
    url: endpoint?.url ?? '',
    minimumSeverity: endpoint?.minimumSeverity ?? 'low',
    transitions: endpoint?.filter?.transitions ?? [],
    reasons: endpoint?.filter?.reasons ?? [],
    environments: (endpoint?.filter?.environments ?? []).join(', '),
    workloads: (endpoint?.filter?.workloads ?? []).join(', '),
  };
}

/** What is sent: without what says nothing. */
export function inputFrom(fields: Fields, before: Endpoint | undefined): EndpointInput {
  const filter = {
    ...(fields.transitions.length > 0 && { transitions: fields.transitions }),
    ...(fields.reasons.length > 0 && { reasons: fields.reasons }),
    ...(words(fields.environments).length > 0 && { environments: words(fields.environments) }),
    ...(words(fields.workloads).length > 0 && { workloads: words(fields.workloads) }),
  };
  const { enabled, channel } = before ? inputOf(before) : { enabled: true, channel: 'webhook' as const };
  return {
    name: fields.name.trim(),
    url: fields.url.trim(),
    minimumSeverity: fields.minimumSeverity,
    enabled,
    channel,
    ...(fields.team.trim() && { team: fields.team.trim() }),
    ...(Object.keys(filter).length > 0 && { filter }),
  };
}

function options<T extends string>(names: Readonly<Record<T, string>>) {
  return (Object.entries(names) as [T, string][]).map(([value, label]) => ({ value, label }));
}

const SEVERITIES = options(common.severities);
const TRANSITIONS = options(transitions);
const REASONS = options(common.reasons);

/** Adds an endpoint, or edits one. */
export function EndpointForm({
  endpoint,
  onReadTheirs,
  onSave,
  onClose,
}: {
  endpoint?: Endpoint;
  onReadTheirs?: () => void;
  onSave: (input: EndpointInput) => Promise<void>;
  onClose: () => void;
}) {
  const [fields, setFields] = useState(() => fieldsOf(endpoint));
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<Fields>) => {
    setFields((before) => ({ ...before, ...change }));
  };
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const at = (field: string) =>
    problem?.field === field || problem?.field?.startsWith(`${field}.`) ? problemText(error) : undefined;
  const placed = ['name', 'team', 'url', 'filter'].some((field) => at(field));
  const save = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await onSave(inputFrom(fields, endpoint));
      onClose();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  const chosen = <T extends string>(all: { value: T; label: string }[], values: readonly T[]) =>
    all.filter((option) => values.includes(option.value));
  return (
    <Modal
      visible
      size="medium"
      header={endpoint ? form.editTitle(endpoint.name) : form.addTitle}
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
        <Field
          label={form.name}
          hint={form.nameHint}
          value={fields.name}
          error={at('name')}
          onChange={(name) => {
            set({ name });
          }}
        />
        <Field
          label={form.url}
          hint={form.urlHint}
          value={fields.url}
          error={at('url')}
          onChange={(url) => {
            set({ url });
          }}
        />
        <Field
          label={form.team}
          hint={form.teamHint}
          value={fields.team}
          error={at('team')}
          onChange={(team) => {
            set({ team });
          }}
        />
        <FormField label={form.severity}>
          <Select
            options={SEVERITIES}
            selectedOption={SEVERITIES.find((option) => option.value === fields.minimumSeverity) ?? null}
            onChange={({ detail }) => {
              set({ minimumSeverity: detail.selectedOption.value as Severity });
            }}
          />
        </FormField>
        <FormField label={form.transitions} description={form.transitionsHint} errorText={at('filter')}>
          <Multiselect
            options={TRANSITIONS}
            selectedOptions={chosen(TRANSITIONS, fields.transitions)}
            onChange={({ detail }) => {
              set({ transitions: detail.selectedOptions.map((option) => option.value as Told) });
            }}
          />
        </FormField>
        <FormField label={form.reasons} description={form.transitionsHint}>
          <Multiselect
            options={REASONS}
            selectedOptions={chosen(REASONS, fields.reasons)}
            onChange={({ detail }) => {
              set({ reasons: detail.selectedOptions.map((option) => option.value as GapReason) });
            }}
          />
        </FormField>
        <Field
          label={form.environments}
          hint={form.environmentsHint}
          value={fields.environments}
          onChange={(environments) => {
            set({ environments });
          }}
        />
        <Field
          label={form.workloads}
          hint={form.workloadsHint}
          value={fields.workloads}
          onChange={(workloads) => {
            set({ workloads });
          }}
        />
        {error !== undefined && !placed && (
          <Failed error={error} title={texts.notifications.endpoints.failedTo} readTheirs={onReadTheirs} />
        )}
      </SpaceBetween>
    </Modal>
  );
}

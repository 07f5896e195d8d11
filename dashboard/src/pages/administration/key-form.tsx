import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Modal from '@cloudscape-design/components/modal';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { answer, api } from '../../api/client';
import type { Role, Schema } from '../../api/types';
import { Field, words } from '../../shared/Field';
import { Failed } from '../../shared/PageState';
import { texts } from '../../texts';

const { keys } = texts.administration;
const ROLES: Role[] = ['viewer', 'editor', 'admin', 'ingester'];

/** Makes a key; what opens the door is handed on, to be shown once. */
export function KeyForm({
  onMade,
  onClose,
}: {
  onMade: (made: Schema<'KeyWithSecret'>) => void;
  onClose: () => void;
}) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [teams, setTeams] = useState('');
  const [expires, setExpires] = useState('');
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const make = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const body = {
        name: name.trim(),
        role,
        teams: words(teams),
        ...(expires && { expiresAt: `${expires}T23:59:59Z` }),
      };
      onMade(await answer(api.POST('/api/keys', { body })));
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      visible
      header={keys.add}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {texts.common.cancel}
            </Button>
            <Button variant="primary" loading={busy} onClick={() => void make()}>
              {keys.make}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Field label={keys.name} hint={keys.nameHint} value={name} onChange={setName} />
        <FormField label={keys.role}>
          <RadioGroup
            value={role}
            items={ROLES.map((each) => ({
              value: each,
              label: texts.common.roles[each],
              description: keys.roleHints[each],
            }))}
            onChange={({ detail }) => {
              setRole(detail.value as Role);
            }}
          />
        </FormField>
        <Field label={keys.teams} hint={keys.teamsHint} value={teams} onChange={setTeams} />
        <FormField label={keys.expires} description={keys.expiresHint}>
          <DatePicker
            value={expires}
            onChange={({ detail }) => {
              setExpires(detail.value);
            }}
          />
        </FormField>
        {error !== undefined && <Failed error={error} title={keys.add} />}
      </SpaceBetween>
    </Modal>
  );
}

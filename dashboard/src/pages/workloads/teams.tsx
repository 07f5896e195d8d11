import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerWithRevision, api } from '../../api/client';
import { useAnnouncements } from '../../shared/Announcements';
import { AsRead } from '../../shared/AsRead';
import { Confirm } from '../../shared/Confirm';
import { useCursorPages } from '../../shared/cursor-pages';
import { Field, words as split } from '../../shared/Field';
import { PagedTable } from '../../shared/PagedTable';
import { Empty, Failed } from '../../shared/PageState';
import { PermittedButton } from '../../shared/Permitted';
import { RouterLink } from '../../shared/RouterLink';
import { texts } from '../../texts';
import { type Team, useTeams } from './data';

const { teams: words, form } = texts.workloads;

async function revisionOf(id: string): Promise<string> {
  const { response } = await api.GET('/api/teams/{id}', { params: { path: { id } } });
  return response.headers.get('ETag') ?? '';
}

/** The teams, who own workloads and accounts. */
export function Teams() {
  const pages = useCursorPages('teams');
  const query = useTeams(pages.cursor);
  const client = useQueryClient();
  const announcements = useAnnouncements();
  const [editing, setEditing] = useState<Team | 'new'>();
  const [removing, setRemoving] = useState<Team>();
  const reload = () => client.invalidateQueries({ queryKey: ['teams'] });
  const saved = (name: string) => {
    announcements.done(words.saved(name));
    void reload();
  };
  const close = () => {
    setEditing(undefined);
  };
  return (
    <>
      <PagedTable
        query={query}
        pages={pages}
        title={texts.workloads.tabs.teams}
        counted={words.counted}
        trackBy={(team) => team.id}
        actions={
          <PermittedButton
            role="editor"
            variant="primary"
            onClick={() => {
              setEditing('new');
            }}
          >
            {words.add}
          </PermittedButton>
        }
        empty={<Empty title={words.none}>{words.noneHint}</Empty>}
        columnDefinitions={[
          { id: 'name', header: words.name, isRowHeader: true, minWidth: 140, cell: (team) => team.name },
          { id: 'id', header: words.id, cell: (team) => team.id },
          { id: 'contacts', header: words.contacts, minWidth: 200, cell: (team) => team.contacts.join(', ') },
          { id: 'merged', header: words.merged, cell: (team) => team.mergedInto ?? '' },
          {
            id: 'gaps',
            header: words.gaps,
            cell: (team) => <RouterLink href={`/gaps?team=${team.id}`}>{words.showGaps}</RouterLink>,
          },
          {
            id: 'actions',
            header: words.actions,
            cell: (team) => (
              <SpaceBetween direction="horizontal" size="xs">
                <PermittedButton
                  role="editor"
                  variant="inline-icon"
                  iconName="edit"
                  ariaLabel={words.edit(team.name)}
                  onClick={() => {
                    setEditing(team);
                  }}
                />
                <PermittedButton
                  role="editor"
                  variant="inline-icon"
                  iconName="remove"
                  ariaLabel={words.remove(team.name)}
                  onClick={() => {
                    setRemoving(team);
                  }}
                />
              </SpaceBetween>
            ),
          },
        ]}
      />
      {editing === 'new' && <TeamForm onSaved={saved} onClose={close} />}
      {editing && editing !== 'new' && (
        <AsRead
          queryKey={['team', editing.id]}
          read={() =>
            answerWithRevision(api.GET('/api/teams/{id}', { params: { path: { id: editing.id } } }))
          }
          title={words.editTitle(editing.name)}
          onClose={close}
        >
          {(team, etag, readTheirs) => (
            <TeamForm team={team} etag={etag} onReadTheirs={readTheirs} onSaved={saved} onClose={close} />
          )}
        </AsRead>
      )}
      {removing && (
        <Confirm
          title={words.removeTitle(removing.name)}
          action={texts.workloads.remove}
          onConfirm={async () => {
            const { id, name } = removing;
            await api.DELETE('/api/teams/{id}', {
              params: { path: { id }, header: { 'If-Match': await revisionOf(id) } },
            });
            announcements.done(words.removed(name));
            await reload();
          }}
          onClose={() => {
            setRemoving(undefined);
          }}
        >
          <Box>{words.removeText}</Box>
        </Confirm>
      )}
    </>
  );
}

function TeamForm({
  team,
  etag,
  onReadTheirs,
  onSaved,
  onClose,
}: {
  team?: Team;
  etag?: string;
  onReadTheirs?: () => void;
  onSaved: (name: string) => void;
  onClose: () => void;
}) {
  const [id, setId] = useState(team?.id ?? '');
  const [name, setName] = useState(team?.name ?? '');
  const [contacts, setContacts] = useState(team?.contacts.join(', ') ?? '');
  const [merged, setMerged] = useState(team?.mergedInto ?? '');
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await api.PUT('/api/teams/{id}', {
        params: { path: { id: id.trim() }, header: etag ? { 'If-Match': etag } : {} },
        body: {
          name: name.trim(),
          contacts: split(contacts),
          ...(merged.trim() && { mergedInto: merged.trim() }),
        },
      });
      onSaved(name);
      onClose();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      visible
      header={team ? words.editTitle(team.name) : words.addTitle}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {texts.common.cancel}
            </Button>
            <Button variant="primary" loading={busy} onClick={() => void save()}>
              {form.save}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {!team && <Field label={words.id} hint={form.idHint} value={id} onChange={setId} />}
        <Field label={words.name} value={name} onChange={setName} />
        <Field label={words.contacts} hint={words.contactsHint} value={contacts} onChange={setContacts} />
        <Field label={words.merged} hint={words.mergedHint} value={merged} onChange={setMerged} />
        {error !== undefined && <Failed error={error} title={form.failed} readTheirs={onReadTheirs} />}
      </SpaceBetween>
    </Modal>
  );
}

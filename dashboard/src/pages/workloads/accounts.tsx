import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerWithRevision, api } from '../../api/client';
import { useAnnouncements } from '../../shared/Announcements';
import { AsRead } from '../../shared/AsRead';
import { useCursorPages } from '../../shared/cursor-pages';
import { Field } from '../../shared/Field';
import { PagedTable } from '../../shared/PagedTable';
import { Empty, Failed } from '../../shared/PageState';
import { PermittedButton } from '../../shared/Permitted';
import { RouterLink } from '../../shared/RouterLink';
import { Time } from '../../shared/Time';
import { texts } from '../../texts';
import { type Account, useAccounts } from './data';

const { accounts: words, form } = texts.workloads;

/** The accounts that were heard of, their names and owners. */
export function Accounts() {
  const pages = useCursorPages('accounts');
  const query = useAccounts(pages.cursor);
  const client = useQueryClient();
  const announcements = useAnnouncements();
  const [editing, setEditing] = useState<Account>();
  const close = () => {
    setEditing(undefined);
  };
  return (
    <>
      <PagedTable
        query={query}
        pages={pages}
        title={texts.workloads.tabs.accounts}
        counted={words.counted}
        trackBy={(account) => account.id}
        empty={<Empty title={words.none}>{words.noneHint}</Empty>}
        columnDefinitions={[
          { id: 'account', header: words.number, isRowHeader: true, cell: (account) => account.account },
          { id: 'name', header: words.name, minWidth: 140, cell: (account) => account.name ?? '' },
          { id: 'owner', header: words.owner, cell: (account) => account.ownerTeam ?? texts.common.nobody },
          {
            id: 'phase',
            header: words.phase,
            minWidth: 140,
            cell: (account) => (
              <StatusIndicator type={account.phase === 'live' ? 'success' : 'in-progress'}>
                {words.phases[account.phase]}
              </StatusIndicator>
            ),
          },
          {
            id: 'first',
            header: words.first,
            minWidth: 160,
            cell: (account) => <Time at={account.firstHeardAt} />,
          },
          {
            id: 'resources',
            header: words.resources,
            cell: (account) => (
              <RouterLink href={`/resources?account=${account.account}`}>{words.show}</RouterLink>
            ),
          },
          {
            id: 'actions',
            header: words.actions,
            cell: (account) => (
              <PermittedButton
                role="editor"
                variant="inline-icon"
                iconName="edit"
                ariaLabel={words.edit(account.name ?? account.account)}
                onClick={() => {
                  setEditing(account);
                }}
              />
            ),
          },
        ]}
      />
      {editing && (
        <AsRead
          queryKey={['account', editing.id]}
          read={() =>
            answerWithRevision(api.GET('/api/accounts/{id}', { params: { path: { id: editing.id } } }))
          }
          title={words.editTitle(editing.name ?? editing.account)}
          onClose={close}
        >
          {(account, etag, readTheirs) => (
            <AccountForm
              account={account}
              etag={etag}
              onReadTheirs={readTheirs}
              onSaved={() => {
                announcements.done(words.saved);
                void client.invalidateQueries({ queryKey: ['accounts'] });
              }}
              onClose={close}
            />
          )}
        </AsRead>
      )}
    </>
  );
}

function AccountForm({
  account,
  etag,
  onReadTheirs,
  onSaved,
  onClose,
}: {
  account: Account;
  etag: string;
  onReadTheirs: () => void;
  onSaved: () => void;
  onClose: () => void;
}) {
  const [name, setName] = useState(account.name ?? '');
  const [owner, setOwner] = useState(account.ownerTeam ?? '');
  const [live, setLive] = useState(false);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await api.PUT('/api/accounts/{id}', {
        params: { path: { id: account.id }, header: { 'If-Match': etag } },
        body: {
          ...(name.trim() && { name: name.trim() }),
          ...(owner.trim() && { ownerTeam: owner.trim() }),
          ...(live && { phase: 'live' as const }),
        },
      });
      onSaved();
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
      header={words.editTitle(account.name ?? account.account)}
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
        <Field label={words.name} value={name} onChange={setName} />
        <Field label={words.owner} hint={words.ownerHint} value={owner} onChange={setOwner} />
        {account.phase === 'baseline' && (
          <Checkbox
            checked={live}
            onChange={({ detail }) => {
              setLive(detail.checked);
            }}
          >
            {words.end}
          </Checkbox>
        )}
        {error !== undefined && <Failed error={error} title={form.failed} readTheirs={onReadTheirs} />}
      </SpaceBetween>
    </Modal>
  );
}

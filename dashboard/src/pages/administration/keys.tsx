import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../../api/client';
import { useCaller } from '../../api/session';
import type { Schema } from '../../api/types';
import { useAnnouncements } from '../../shared/Announcements';
import { Confirm } from '../../shared/Confirm';
import { useCursorPages } from '../../shared/cursor-pages';
import { PagedTable } from '../../shared/PagedTable';
import { Empty } from '../../shared/PageState';
import { ShownOnce } from '../../shared/ShownOnce';
import { Time } from '../../shared/Time';
import { texts } from '../../texts';
import { KeyForm } from './key-form';

type Key = Schema<'Key'>;

const { keys } = texts.administration;
const PAGE = 50;

function hasExpired(key: Key, now: number): boolean {
  return key.expiresAt !== undefined && Date.parse(key.expiresAt) <= now;
}

function State({ item, now }: { item: Key; now: number }) {
  if (item.revokedAt) {
    return (
      <StatusIndicator type="stopped">
        {keys.revoked} <Time at={item.revokedAt} form="day" />
      </StatusIndicator>
    );
  }
  return hasExpired(item, now) ? (
    <StatusIndicator type="stopped">{keys.expired}</StatusIndicator>
  ) : (
    <StatusIndicator type="success">{keys.valid}</StatusIndicator>
  );
}

/** Who may use Demarc by a key; only for administrators. */
export function KeysTab() {
  const pages = useCursorPages('keys');
  const client = useQueryClient();
  const caller = useCaller();
  const announcements = useAnnouncements();
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string>();
  const [revoking, setRevoking] = useState<Key>();
  const query = useQuery({
    queryKey: ['keys', pages.cursor],
    placeholderData: (before) => before,
    queryFn: () =>
      answer(
        api.GET('/api/keys', {
          params: { query: { limit: PAGE, ...(pages.cursor && { cursor: pages.cursor }) } },
        }),
      ),
  });
  const reload = () => client.invalidateQueries({ queryKey: ['keys'] });
  const now = query.dataUpdatedAt;
  return (
    <>
      <PagedTable
        query={query}
        pages={pages}
        title={keys.title}
        counted={keys.counted}
        trackBy={(item) => item.id}
        actions={
          <Button
            variant="primary"
            onClick={() => {
              setAdding(true);
            }}
          >
            {keys.add}
          </Button>
        }
        empty={<Empty title={keys.none} />}
        columnDefinitions={[
          {
            id: 'name',
            header: keys.name,
            isRowHeader: true,
            cell: (item) => (item.id === caller.id ? `${item.name} (${keys.own})` : item.name),
          },
          { id: 'role', header: keys.role, cell: (item) => texts.common.roles[item.role] },
          { id: 'teams', header: keys.teams, cell: (item) => item.teams.join(', ') },
          { id: 'state', header: keys.state, minWidth: 120, cell: (item) => <State item={item} now={now} /> },
          {
            id: 'used',
            header: keys.lastUsed,
            cell: (item) => (item.lastUsedAt ? <Time at={item.lastUsedAt} form="relative" /> : keys.notUsed),
          },
          {
            id: 'created',
            header: keys.created,
            minWidth: 170,
            cell: (item) => <Time at={item.createdAt} />,
          },
          {
            id: 'expires',
            header: keys.expires,
            cell: (item) => (item.expiresAt ? <Time at={item.expiresAt} /> : keys.never),
          },
          { id: 'prefix', header: keys.begins, cell: (item) => <code>{item.prefix}…</code> },
          {
            id: 'revoke',
            header: keys.revoke,
            cell: (item) =>
              !item.revokedAt &&
              !hasExpired(item, now) && (
                <Button
                  variant="inline-link"
                  ariaLabel={keys.revokeOf(item.name)}
                  onClick={() => {
                    setRevoking(item);
                  }}
                >
                  {keys.revoke}
                </Button>
              ),
          },
        ]}
      />
      {adding && (
        <KeyForm
          onMade={(made) => {
            setAdding(false);
            setSecret(made.secret);
            void reload();
          }}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
      {secret !== undefined && (
        <ShownOnce
          title={keys.secretTitle}
          warning={keys.secretOnce}
          label={keys.secretLabel}
          secret={secret}
          done={keys.secretDone}
          onClose={() => {
            setSecret(undefined);
          }}
        />
      )}
      {revoking && (
        <Confirm
          title={keys.revokeTitle(revoking.name)}
          action={keys.revoke}
          onConfirm={async () => {
            await api.DELETE('/api/keys/{id}', { params: { path: { id: revoking.id } } });
            announcements.done(keys.revokedDone(revoking.name));
            await reload();
          }}
          onClose={() => {
            setRevoking(undefined);
          }}
        >
          <Box>{keys.revokeText}</Box>
        </Confirm>
      )}
    </>
  );
}

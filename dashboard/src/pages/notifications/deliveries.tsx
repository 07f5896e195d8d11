import Button from '@cloudscape-design/components/button';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client';
import { useAnnouncements } from '../../shared/Announcements';
import { SeverityBadge } from '../../shared/badges';
import { Choice } from '../../shared/Choice';
import { useCursorPages } from '../../shared/cursor-pages';
import { PagedTable } from '../../shared/PagedTable';
import { Empty } from '../../shared/PageState';
import { PermittedButton } from '../../shared/Permitted';
import { RouterLink } from '../../shared/RouterLink';
import { Time } from '../../shared/Time';
import { texts } from '../../texts';
import { type Delivery, type DeliveryState, useDeliveries, useEndpointNames } from './data';

const { deliveries: words, states, types } = texts.notifications;

const INDICATOR: Record<DeliveryState, StatusIndicatorProps.Type> = {
  waiting: 'pending',
  delivered: 'success',
  failed: 'error',
  cancelled: 'stopped',
};

/** Where a delivery stands. */
export function DeliveryIndicator({ state }: { state: DeliveryState }) {
  return <StatusIndicator type={INDICATOR[state]}>{states[state]}</StatusIndicator>;
}

/** Asks that these be sent again, one after the other; returns how many will be. */
export async function replay(ids: readonly string[]): Promise<{ done: number; error: unknown }> {
  let done = 0;
  let error: unknown;
  for (const id of ids) {
    try {
      await api.POST('/api/notifications/deliveries/{id}/replay', { params: { path: { id } } });
      done += 1;
    } catch (caught) {
      error = caught;
    }
  }
  return { done, error };
}

/** Sends again and says what came of it. */
export function useReplay() {
  const client = useQueryClient();
  const announcements = useAnnouncements();
  return async (ids: readonly string[]) => {
    const { done, error } = await replay(ids);
    if (done > 0) {
      announcements.done(words.replayed(done));
    }
    if (error !== undefined) {
      announcements.failed(words.notReplayed(ids.length - done), error);
    }
    await client.invalidateQueries({ queryKey: ['notifications'] });
  };
}

interface Filter {
  endpoint: string;
  state: '' | DeliveryState;
  gap: string;
}

/** What was or will be delivered, the newest first. */
export function Deliveries({
  filter,
  onFilter,
  onOpen,
}: {
  filter: Filter;
  onFilter: (change: Partial<Filter>) => void;
  onOpen: (id: string) => void;
}) {
  const pages = useCursorPages(`deliveries:${filter.endpoint}:${filter.state}:${filter.gap}`);
  const query = useDeliveries(filter, pages.cursor);
  const names = useEndpointNames().data ?? new Map<string, string>();
  const replayAll = useReplay();
  const [selected, setSelected] = useState<Delivery[]>([]);
  const [busy, setBusy] = useState(false);
  const filtered = filter.endpoint !== '' || filter.state !== '' || filter.gap !== '';
  const clear = (
    <Button
      onClick={() => {
        onFilter({ endpoint: '', state: '', gap: '' });
      }}
    >
      {words.clear}
    </Button>
  );
  return (
    <PagedTable
      query={query}
      pages={pages}
      title={words.title}
      counted={words.counted}
      trackBy={(item) => item.id}
      selection={{
        items: selected,
        onChange: setSelected,
        label: (item) => words.select(item.id),
        allLabel: words.selectAll,
      }}
      actions={
        <PermittedButton
          role="editor"
          disabled={selected.length === 0}
          loading={busy}
          onClick={() => {
            setBusy(true);
            void replayAll(selected.map((each) => each.id)).finally(() => {
              setBusy(false);
              setSelected([]);
            });
          }}
        >
          {words.replaySelected(selected.length)}
        </PermittedButton>
      }
      filters={
        <div className="filters">
          <Choice
            label={words.state}
            any={words.anyState}
            value={filter.state}
            words={states}
            onChange={(state) => {
              onFilter({ state });
            }}
          />
          <Choice
            label={words.endpoint}
            any={words.anyEndpoint}
            value={filter.endpoint}
            words={Object.fromEntries(names)}
            onChange={(endpoint) => {
              onFilter({ endpoint });
            }}
          />
          {filter.gap !== '' && (
            <div>
              {words.gapFilter(filter.gap)} {clear}
            </div>
          )}
        </div>
      }
      empty={filtered ? <Empty title={words.noneFiltered} action={clear} /> : <Empty title={words.none} />}
      columnDefinitions={[
        {
          id: 'state',
          header: words.state,
          minWidth: 130,
          cell: (item) => <DeliveryIndicator state={item.state} />,
        },
        {
          id: 'type',
          header: words.type,
          minWidth: 180,
          isRowHeader: true,
          cell: (item) => (
            <Button
              variant="inline-link"
              ariaLabel={`${types[item.type]}: ${words.open(item.id)}`}
              onClick={() => {
                onOpen(item.id);
              }}
            >
              {types[item.type]}
            </Button>
          ),
        },
        {
          id: 'severity',
          header: words.severity,
          cell: (item) => item.severity && <SeverityBadge severity={item.severity} />,
        },
        {
          id: 'gap',
          header: words.gap,
          minWidth: 150,
          cell: (item) =>
            item.gap && <RouterLink href={`/gaps?gap=${item.gap}`}>{item.gap.slice(0, 12)}…</RouterLink>,
        },
        { id: 'endpoint', header: words.endpoint, cell: (item) => names.get(item.endpoint) ?? item.endpoint },
        { id: 'attempts', header: words.attempts, cell: (item) => item.attempts },
        { id: 'created', header: words.created, minWidth: 170, cell: (item) => <Time at={item.createdAt} /> },
        {
          id: 'when',
          header: `${words.finished} / ${words.due}`,
          cell: (item) => {
            const at = item.finishedAt ?? item.dueAt;
            return at && <Time at={at} form="relative" />;
          },
        },
        { id: 'error', header: words.error, cell: (item) => item.lastError ?? '', minWidth: 160 },
      ]}
    />
  );
}

import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { TableProps } from '@cloudscape-design/components/table';
import type { Gap } from '../../api/types';
import { GapStateIndicator, SeverityBadge } from '../../shared/badges';
import { RouterLink } from '../../shared/RouterLink';
import { Time } from '../../shared/Time';
import { texts } from '../../texts';

const { gaps, common } = texts;
const { columns } = gaps;

/** The columns that are shown until the reader chooses others. */
export const SHOWN_AT_FIRST = ['severity', 'title', 'resource', 'team', 'workload', 'state', 'opened', 'due'];
export const ALL_COLUMNS = Object.keys(columns) as (keyof typeof columns)[];

function Due({ gap, now }: { gap: Gap; now: number }) {
  const overdue = gap.state !== 'resolved' && Date.parse(gap.dueAt) < now;
  return overdue ? (
    <StatusIndicator type="warning">
      {gaps.overdue} <Time at={gap.dueAt} form="relative" />
    </StatusIndicator>
  ) : (
    <Time at={gap.dueAt} form="relative" />
  );
}

/** All columns; `now` is when the list was read. */
export function columnsFor(now: number, onOpen: (id: string) => void): TableProps.ColumnDefinition<Gap>[] {
  return [
    {
      id: 'severity',
      header: columns.severity,
      sortingField: 'severity',
      minWidth: 110,
      cell: (gap) => <SeverityBadge severity={gap.severity} />,
    },
    {
      id: 'title',
      header: columns.title,
      isRowHeader: true,
      minWidth: 240,
      cell: (gap) => (
        <Button
          variant="inline-link"
          onClick={() => {
            onOpen(gap.id);
          }}
        >
          {gap.title}
        </Button>
      ),
    },
    {
      id: 'resource',
      header: columns.resource,
      minWidth: 190,
      cell: ({ subject }) => (
        <>
          <RouterLink href={`/resources/${subject.id}`}>{subject.name ?? subject.nativeId}</RouterLink>
          <Box variant="small" display="block">
            {subject.type}
          </Box>
        </>
      ),
    },
    { id: 'control', header: columns.control, minWidth: 180, cell: (gap) => gap.controlTitle },
    { id: 'team', header: columns.team, minWidth: 100, cell: (gap) => gap.ownerTeam ?? gaps.nobody },
    {
      id: 'workload',
      header: columns.workload,
      minWidth: 120,
      cell: (gap) =>
        gap.workload && <RouterLink href={`/workloads/${gap.workload}`}>{gap.workload}</RouterLink>,
    },
    {
      id: 'state',
      header: columns.state,
      minWidth: 140,
      cell: (gap) => <GapStateIndicator state={gap.state} />,
    },
    { id: 'reason', header: columns.reason, minWidth: 180, cell: (gap) => common.reasons[gap.reason] },
    {
      id: 'opened',
      header: columns.opened,
      sortingField: 'openedAt',
      minWidth: 140,
      cell: (gap) => <Time at={gap.openedAt} form="relative" />,
    },
    {
      id: 'due',
      header: columns.due,
      sortingField: 'dueAt',
      minWidth: 150,
      cell: (gap) => <Due gap={gap} now={now} />,
    },
    { id: 'account', header: columns.account, minWidth: 140, cell: (gap) => gap.subject.account },
    { id: 'region', header: columns.region, minWidth: 110, cell: (gap) => gap.subject.region ?? '' },
    {
      id: 'model',
      header: columns.model,
      minWidth: 140,
      cell: (gap) =>
        gap.serviceModel && <RouterLink href={`/catalog/${gap.serviceModel}`}>{gap.serviceModel}</RouterLink>,
    },
    {
      id: 'acknowledgedBy',
      header: columns.acknowledgedBy,
      minWidth: 150,
      cell: (gap) => gap.acknowledgedBy ?? '',
    },
  ];
}

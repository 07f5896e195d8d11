import ProgressBar from '@cloudscape-design/components/progress-bar';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { Run } from '../../api/types';
import { useCursorPages } from '../../shared/cursor-pages';
import { PagedTable } from '../../shared/PagedTable';
import { Empty } from '../../shared/PageState';
import { RouterLink } from '../../shared/RouterLink';
import { Time } from '../../shared/Time';
import { texts } from '../../texts';

const { runs } = texts.administration;
const PAGE = 50;
const POLL_MS = 2_000;

const INDICATOR: Record<Run['state'], StatusIndicatorProps.Type> = {
  running: 'in-progress',
  completed: 'success',
  superseded: 'stopped',
};

/** What led to it, with a link to that. */
function What({ run }: { run: Run }) {
  const title = run.title ?? runs.because(runs.origins[run.origin]);
  if (run.serviceModel) {
    return <RouterLink href={`/catalog/${run.serviceModel}`}>{title}</RouterLink>;
  }
  return run.workload ? <RouterLink href={`/workloads/${run.workload}`}>{title}</RouterLink> : title;
}

function Progress({ run }: { run: Run }) {
  const description = runs.gone(run.done, run.total);
  if (run.state !== 'running') {
    return description;
  }
  return (
    <ProgressBar
      ariaLabel={runs.progress}
      value={run.total === 0 ? 0 : (100 * run.done) / run.total}
      description={description}
      additionalInfo={runs.judged(run.judged ?? 0, run.asked ?? 0)}
    />
  );
}

/** Re-assessments, the newest first; read again while one runs. */
export function RunsTab() {
  const pages = useCursorPages('runs');
  const query = useQuery({
    queryKey: ['runs', 'list', pages.cursor],
    placeholderData: (before) => before,
    queryFn: () =>
      answer(
        api.GET('/api/assessments/runs', {
          params: { query: { limit: PAGE, ...(pages.cursor && { cursor: pages.cursor }) } },
        }),
      ),
    refetchInterval: ({ state }) =>
      state.data?.items.some((run) => run.state === 'running') ? POLL_MS : false,
  });
  return (
    <PagedTable
      query={query}
      pages={pages}
      title={runs.title}
      counted={runs.counted}
      trackBy={(run) => run.id}
      empty={<Empty title={runs.none} />}
      columnDefinitions={[
        { id: 'what', header: runs.what, isRowHeader: true, cell: (run) => <What run={run} /> },
        {
          id: 'state',
          header: runs.state,
          minWidth: 200,
          cell: (run) => (
            <StatusIndicator type={INDICATOR[run.state]}>{runs.states[run.state]}</StatusIndicator>
          ),
        },
        { id: 'progress', header: runs.progress, cell: (run) => <Progress run={run} />, minWidth: 220 },
        { id: 'started', header: runs.started, minWidth: 170, cell: (run) => <Time at={run.startedAt} /> },
        {
          id: 'finished',
          minWidth: 170,
          header: runs.finished,
          cell: (run) => run.finishedAt && <Time at={run.finishedAt} />,
        },
      ]}
    />
  );
}

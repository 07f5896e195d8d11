import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';

const RUNNING_MS = 3_000;
const LOOK_AGAIN_MS = 30_000;
const MOST = 200;

const SUMMARY = queryOptions({
  queryKey: ['overview', 'summary'],
  queryFn: () => answer(api.GET('/api/gaps/summary')),
});

/** How many gaps there are, by state, severity, reason and team. */
export function useSummary() {
  return useQuery(SUMMARY);
}

const OVERDUE = queryOptions({
  queryKey: ['overview', 'overdue'],
  queryFn: async () => {
    const before = new Date().toISOString();
    const found = await answer(
      api.GET('/api/gaps', {
        params: { query: { state: ['open', 'acknowledged'], dueBefore: before, limit: 1 } },
      }),
    );
    return { before, overdue: found.total ?? null };
  },
});

/** How many gaps should have been closed by now; null for more than are counted. */
export function useOverdue() {
  return useQuery(OVERDUE);
}

function trend(days: number) {
  return queryOptions({
    queryKey: ['overview', 'trend', days],
    queryFn: () => answer(api.GET('/api/gaps/trend', { params: { query: { days } } })),
  });
}

/** What was opened and resolved on each of the last days. */
export function useTrend(days: number) {
  return useQuery({ ...trend(days), placeholderData: (before) => before });
}

const POSTURE = queryOptions({
  queryKey: ['overview', 'posture'],
  queryFn: () => answer(api.GET('/api/posture')),
});

/** How much is done, and how much of it is proven. */
export function usePosture() {
  return useQuery(POSTURE);
}

const COVERAGE = queryOptions({
  queryKey: ['overview', 'coverage'],
  queryFn: () => answer(api.GET('/api/coverage', { params: { query: { limit: MOST } } })),
});

/** What is heard of. */
export function useCoverage() {
  return useQuery(COVERAGE);
}

const RUNNING = queryOptions({
  queryKey: ['runs', 'running'],
  queryFn: () =>
    answer(api.GET('/api/assessments/runs', { params: { query: { state: ['running'], limit: 5 } } })),
  refetchInterval: ({ state }) => (state.data && state.data.items.length > 0 ? RUNNING_MS : LOOK_AGAIN_MS),
});

/** The re-assessments that run; asked again every few seconds while there are some, else every half minute. */
export function useRunning() {
  return useQuery(RUNNING);
}

const DELIVERIES = queryOptions({
  queryKey: ['overview', 'deliveries'],
  refetchInterval: LOOK_AGAIN_MS,
  queryFn: async () => {
    const count = async (state: 'failed' | 'waiting') => {
      const page = await answer(
        api.GET('/api/notifications/deliveries', { params: { query: { state: [state], limit: 1 } } }),
      );
      return page.total ?? null;
    };
    const [endpoints, failed, waiting] = await Promise.all([
      answer(api.GET('/api/notifications/endpoints', { params: { query: { limit: MOST } } })),
      count('failed'),
      count('waiting'),
    ]);
    return {
      endpoints: endpoints.items.length,
      failing: endpoints.items.filter((each) => !each.enabled || each.failingSince !== undefined).length,
      failed,
      waiting,
    };
  },
});

/** Endpoints that fail or are off, and deliveries that wait or have failed (null: more than are counted); asked again every half minute. */
export function useDeliveryHealth() {
  return useQuery(DELIVERIES);
}

/** How many gaps were opened and resolved since a moment; null for more than are counted. */
export function useSince(moment: string | undefined) {
  return useQuery({
    queryKey: ['overview', 'since', moment],
    enabled: moment !== undefined,
    queryFn: async () => {
      const since = moment ?? '';
      const [opened, resolved] = await Promise.all([
        answer(api.GET('/api/gaps', { params: { query: { openedSince: since, limit: 1 } } })),
        answer(
          api.GET('/api/gaps', {
            params: { query: { resolvedSince: since, state: ['resolved'], limit: 1 } },
          }),
        ),
      ]);
      return { opened: opened.total ?? null, resolved: resolved.total ?? null };
    },
  });
}

/** Asks for what the page shows first, before it is drawn. */
export function askForAll(client: QueryClient, days: number): void {
  void client.prefetchQuery(SUMMARY);
  void client.prefetchQuery(OVERDUE);
  void client.prefetchQuery(trend(days));
  void client.prefetchQuery(POSTURE);
  void client.prefetchQuery(COVERAGE);
  void client.prefetchQuery(RUNNING);
  void client.prefetchQuery(DELIVERIES);
}

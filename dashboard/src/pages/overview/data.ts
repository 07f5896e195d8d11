import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';

const RUNNING_MS = 3_000;
const MOST = 200;

/** How many gaps there are, by state, severity, reason and team. */
export function useSummary() {
  return useQuery({ queryKey: ['overview', 'summary'], queryFn: () => answer(api.GET('/api/gaps/summary')) });
}

/** How many gaps should have been closed by now; null for more than are counted. */
export function useOverdue() {
  return useQuery({
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
}

/** What was opened and resolved on each of the last days. */
export function useTrend(days: number) {
  return useQuery({
    queryKey: ['overview', 'trend', days],
    placeholderData: (before) => before,
    queryFn: () => answer(api.GET('/api/gaps/trend', { params: { query: { days } } })),
  });
}

/** How much is done, and how much of it is proven. */
export function usePosture() {
  return useQuery({ queryKey: ['overview', 'posture'], queryFn: () => answer(api.GET('/api/posture')) });
}

/** What is heard of. */
export function useCoverage() {
  return useQuery({
    queryKey: ['overview', 'coverage'],
    queryFn: () => answer(api.GET('/api/coverage', { params: { query: { limit: MOST } } })),
  });
}

/** The re-assessments that run; asked again every few seconds while there are some. */
export function useRunning() {
  return useQuery({
    queryKey: ['runs', 'running'],
    queryFn: () =>
      answer(api.GET('/api/assessments/runs', { params: { query: { state: ['running'], limit: 5 } } })),
    refetchInterval: ({ state }) => (state.data && state.data.items.length > 0 ? RUNNING_MS : false),
  });
}

/** Endpoints that fail or are off, and deliveries that wait or have failed. */
export function useDeliveryHealth() {
  return useQuery({
    queryKey: ['overview', 'deliveries'],
    queryFn: async () => {
      const count = async (state: 'failed' | 'waiting') => {
        const page = await answer(
          api.GET('/api/notifications/deliveries', { params: { query: { state: [state], limit: 1 } } }),
        );
        return page.total ?? page.items.length;
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

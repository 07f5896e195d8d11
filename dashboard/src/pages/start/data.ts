import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { Schema } from '../../api/types';

export type IngestResult = Schema<'IngestResult'>;

export const MOST_BYTES = 25_000_000;
const SOON_MS = 2_000;
const LATER_MS = 15_000;
const SOON_LASTS_MS = 60_000;

/** Sends a file or a document as it is. */
export async function ingest(body: string | Blob): Promise<IngestResult> {
  return answer(
    api.POST('/api/ingest/aws', {
      body: body as never,
      bodySerializer: () => body,
      headers: { 'Content-Type': 'application/json' },
    }),
  );
}

/**
 * How far somebody is: what has been heard of, what is open, who owns it, who is told. Looked at again until all is there:
 * every other second in the minute after `sentAt`, else now and then; no more where it can't be read.
 */
export function useProgress(sentAt: number) {
  return useQuery({
    queryKey: ['start', 'progress'],
    staleTime: 0,
    refetchInterval: ({ state: { data, status } }) => {
      if (status === 'error' || (data && Object.values(data).every((n) => n > 0))) {
        return false;
      }
      return Date.now() - sentAt < SOON_LASTS_MS ? SOON_MS : LATER_MS;
    },
    queryFn: async () => {
      const one = { params: { query: { limit: 1 } } };
      const [coverage, summary, teams, workloads, endpoints] = await Promise.all([
        answer(api.GET('/api/coverage', one)),
        answer(api.GET('/api/gaps/summary')),
        answer(api.GET('/api/teams', one)),
        answer(api.GET('/api/workloads', one)),
        answer(api.GET('/api/notifications/endpoints', one)),
      ]);
      return {
        resources: coverage.types.reduce((sum, type) => sum + type.resources, 0),
        gaps: (summary.states.open ?? 0) + (summary.states.acknowledged ?? 0),
        teams: teams.total ?? teams.items.length,
        workloads: workloads.total ?? workloads.items.length,
        endpoints: endpoints.total ?? endpoints.items.length,
      };
    },
  });
}

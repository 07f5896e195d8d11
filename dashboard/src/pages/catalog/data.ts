import { useQuery } from '@tanstack/react-query';
import { api, answer, answerWithRevision } from '../../api/client';
import { ProblemError } from '../../api/problem';
import type { Schema } from '../../api/types';

/** Names a service model, as it stands in the address. */
export interface ModelKey {
  provider: string;
  service: string;
}

export type Draft = Schema<'Draft'>;
export type Version = Schema<'VersionPage'>['items'][number];

const PAGE = 100;
const POLL_MS = 1_500;

async function orNull<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) {
      return null;
    }
    throw error;
  }
}

/** The version in force, or the one of this number; null where there is none. */
export function useModel({ provider, service }: ModelKey, version: number | undefined) {
  return useQuery({
    queryKey: ['catalog', 'model', provider, service, version ?? 'in-force'],
    queryFn: () =>
      orNull(
        answer(
          version === undefined
            ? api.GET('/api/catalog/service-models/{provider}/{service}', {
                params: { path: { provider, service } },
              })
            : api.GET('/api/catalog/service-models/{provider}/{service}/versions/{version}', {
                params: { path: { provider, service, version } },
              }),
        ),
      ),
  });
}

/** The newest hundred versions; null where there is none. */
export function useVersions({ provider, service }: ModelKey) {
  return useQuery({
    queryKey: ['catalog', 'versions', provider, service],
    queryFn: () =>
      orNull(
        answer(
          api.GET('/api/catalog/service-models/{provider}/{service}/versions', {
            params: { path: { provider, service }, query: { limit: PAGE } },
          }),
        ),
      ),
  });
}

/** The draft with its revision; null where there is none. */
export function useDraft({ provider, service }: ModelKey) {
  return useQuery({
    queryKey: ['catalog', 'draft', provider, service],
    queryFn: () =>
      orNull(
        answerWithRevision(
          api.GET('/api/catalog/service-models/{provider}/{service}/draft', {
            params: { path: { provider, service } },
          }),
        ),
      ),
  });
}

/** What changes between two versions, or a version and the draft. */
export function useDiff({ provider, service }: ModelKey, from: string, to: string) {
  return useQuery({
    queryKey: ['catalog', 'diff', provider, service, from, to],
    enabled: from !== '' && to !== '',
    queryFn: async () => {
      const found = await answer(
        api.GET('/api/catalog/service-models/{provider}/{service}/diff', {
          params: { path: { provider, service }, query: { from, to } },
          headers: { Accept: 'application/json' },
        }),
      );
      if (typeof found === 'string') {
        throw new TypeError('the diff is not JSON');
      }
      return found;
    },
  });
}

/** The re-assessment that a publication leads to; null until it has begun. Asked again while it runs. */
export function useRun(id: string) {
  return useQuery({
    queryKey: ['runs', id],
    queryFn: () => orNull(answer(api.GET('/api/assessments/runs/{id}', { params: { path: { id } } }))),
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'running' ? false : POLL_MS),
  });
}

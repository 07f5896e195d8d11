import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { Schema } from '../../api/types';

export type Resource = Schema<'Resource'>;
export type Cell = Schema<'Responsibilities'>['responsibilities'][number];

export const PAGE = 50;

export interface ResourceFilter {
  workload: string;
  account: string;
  type: string;
  name: string;
  nativeId: string;
}

/** One page of resources. */
export function useResources(filter: ResourceFilter, cursor: string | undefined) {
  const chosen = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''));
  return useQuery({
    queryKey: ['resources', 'list', filter, cursor],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answer(
        api.GET('/api/resources', {
          params: { query: { limit: PAGE, ...chosen, ...(cursor && { cursor }) } },
        }),
      ),
  });
}

/** One resource with its last known configuration. */
export function useResource(id: string) {
  return useQuery({
    queryKey: ['resources', 'one', id],
    queryFn: () => answer(api.GET('/api/resources/{id}', { params: { path: { id } } })),
  });
}

/** Who owns what on a resource, and whether it is done. */
export function useResponsibilities(id: string) {
  return useQuery({
    queryKey: ['resources', 'responsibilities', id],
    queryFn: () => answer(api.GET('/api/resources/{id}/responsibilities', { params: { path: { id } } })),
  });
}

/** The gaps that a resource has or had, the newest first. */
export function useGapsOf(id: string) {
  return useQuery({
    queryKey: ['gaps', 'of', id],
    queryFn: () =>
      answer(api.GET('/api/gaps', { params: { query: { subject: [id], sort: '-openedAt', limit: 100 } } })),
  });
}

import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { answer, answerWithRevision, api } from '../../api/client';
import type { Gap } from '../../api/types';
import { type Filter, toQuery } from './filter';

export const SORTS = ['-severity', 'severity', '-openedAt', 'openedAt', '-dueAt', 'dueAt'] as const;
export type Sort = (typeof SORTS)[number];

const MOST_OPTIONS = 500;
const MINUTES = 60_000;

/** One page of gaps. */
export function gapsPage(filter: Filter, sort: Sort, cursor: string | undefined, limit: number) {
  return queryOptions({
    queryKey: ['gaps', 'list', filter, sort, cursor, limit],
    queryFn: () =>
      answer(
        api.GET('/api/gaps', {
          params: { query: { ...toQuery(filter), sort, limit, ...(cursor && { cursor }) } },
        }),
      ),
  });
}

/** The same, shown; the page before stays until it is there. */
export function useGaps(...page: Parameters<typeof gapsPage>) {
  return useQuery({ ...gapsPage(...page), placeholderData: keepPreviousData });
}

/** One gap, explained, with its revision. */
export function useGap(id: string) {
  return useQuery({
    queryKey: ['gaps', 'one', id],
    queryFn: () => answerWithRevision(api.GET('/api/gaps/{id}', { params: { path: { id } } })),
    staleTime: 0,
  });
}

/** The check of a gap as the version has it by which it was judged; undefined where that can't be read. */
export function useCheckOf(gap: Pick<Gap, 'serviceModel' | 'modelVersion' | 'check' | 'control'>) {
  const [provider = '', service = ''] = (gap.serviceModel ?? '').split('/');
  return useQuery({
    queryKey: ['catalog', 'model', provider, service, gap.modelVersion],
    enabled: gap.serviceModel !== undefined && gap.check !== undefined,
    staleTime: Infinity,
    queryFn: () =>
      answer(
        api.GET('/api/catalog/service-models/{provider}/{service}/versions/{version}', {
          params: { path: { provider, service, version: gap.modelVersion } },
        }),
      ),
    select: ({ model }) =>
      model.responsibilities
        .filter((cell) => cell.control === gap.control)
        .flatMap((cell) => [...cell.checks, ...cell.variants.flatMap((variant) => variant.checks)])
        .find((check) => check.id === gap.check),
  });
}

/** Who was told of a gap: the newest deliveries. */
export function useAlerts(id: string) {
  return useQuery({
    queryKey: ['notifications', 'deliveries', 'of', id],
    queryFn: () =>
      answer(api.GET('/api/notifications/deliveries', { params: { query: { gap: id, limit: 20 } } })),
  });
}

/** The names that the filter offers, asked for when it first wants them. */
export function useOptions(property: string | undefined) {
  const query = { limit: MOST_OPTIONS };
  const once = { staleTime: 5 * MINUTES };
  const teams = useQuery({
    ...once,
    queryKey: ['options', 'team'],
    enabled: property === 'team',
    queryFn: () => answer(api.GET('/api/teams', { params: { query } })),
    select: (page) => page.items.map((each) => ({ propertyKey: 'team', value: each.id, label: each.name })),
  });
  const workloads = useQuery({
    ...once,
    queryKey: ['options', 'workload'],
    enabled: property === 'workload',
    queryFn: () => answer(api.GET('/api/workloads', { params: { query } })),
    select: (page) =>
      page.items.map((each) => ({ propertyKey: 'workload', value: each.id, label: each.name })),
  });
  const accounts = useQuery({
    ...once,
    queryKey: ['options', 'account'],
    enabled: property === 'account',
    queryFn: () => answer(api.GET('/api/accounts', { params: { query } })),
    select: (page) =>
      page.items.map((each) => ({
        propertyKey: 'account',
        value: each.account,
        label: each.name ? `${each.account} ${each.name}` : each.account,
      })),
  });
  const controls = useQuery({
    ...once,
    queryKey: ['options', 'control'],
    enabled: property === 'control',
    queryFn: () => answer(api.GET('/api/catalog/controls', { params: { query } })),
    select: (page) =>
      page.items.map((each) => ({ propertyKey: 'control', value: each.id, label: each.title })),
  });
  const types = useQuery({
    ...once,
    queryKey: ['options', 'type'],
    enabled: property === 'type',
    queryFn: () => answer(api.GET('/api/coverage', { params: { query: { limit: 1 } } })),
    select: (page) => page.types.map((each) => ({ propertyKey: 'type', value: each.type, label: each.type })),
  });
  const all = [teams, workloads, accounts, controls, types];
  return {
    options: all.flatMap((each) => each.data ?? []),
    loading: all.some((each) => each.isFetching),
  };
}

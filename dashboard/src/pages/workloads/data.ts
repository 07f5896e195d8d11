import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, answerWithRevision, api } from '../../api/client';
import type { Schema } from '../../api/types';

export type Workload = Schema<'WorkloadPage'>['items'][number];
export type WorkloadInput = Schema<'WorkloadInput'>;
export type Team = Schema<'TeamPage'>['items'][number];
export type Account = Schema<'AccountPage'>['items'][number];
export type Counts = Schema<'OutcomeCounts'>;

export const PAGE = 50;
const RUNNING_MS = 2_000;

/** One page of workloads. */
export function useWorkloads(cursor: string | undefined) {
  return useQuery({
    queryKey: ['workloads', 'list', cursor],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answer(api.GET('/api/workloads', { params: { query: { limit: PAGE, ...(cursor && { cursor }) } } })),
  });
}

/** One workload with its revision. */
export function useWorkload(id: string) {
  return useQuery({
    queryKey: ['workloads', 'one', id],
    queryFn: () => answerWithRevision(api.GET('/api/workloads/{id}', { params: { path: { id } } })),
  });
}

/** What is done in each workload; undefined names what belongs to none. */
export function usePostures() {
  return useQuery({
    queryKey: ['posture'],
    queryFn: () => answer(api.GET('/api/posture')),
    select: (posture) => new Map(posture.workloads.map((each) => [each.workload, each.counts])),
  });
}

/** One page of teams. */
export function useTeams(cursor: string | undefined) {
  return useQuery({
    queryKey: ['teams', 'list', cursor],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answer(api.GET('/api/teams', { params: { query: { limit: PAGE, ...(cursor && { cursor }) } } })),
  });
}

/** One page of accounts. */
export function useAccounts(cursor: string | undefined) {
  return useQuery({
    queryKey: ['accounts', 'list', cursor],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answer(api.GET('/api/accounts', { params: { query: { limit: PAGE, ...(cursor && { cursor }) } } })),
  });
}

/** How many gaps of a workload are not resolved. */
export function useOpenGaps(workload: string) {
  return useQuery({
    queryKey: ['gaps', 'open', 'workload', workload],
    queryFn: () =>
      answer(
        api.GET('/api/gaps', {
          params: { query: { workload: [workload], state: ['open', 'acknowledged', 'waived'], limit: 10 } },
        }),
      ),
  });
}

/** The re-assessments of a workload that run. */
export function useRunsOf(workload: string) {
  return useQuery({
    queryKey: ['runs', 'running', workload],
    queryFn: () =>
      answer(api.GET('/api/assessments/runs', { params: { query: { state: ['running'], limit: 50 } } })),
    select: (page) => page.items.filter((run) => run.workload === workload),
    refetchInterval: ({ state }) =>
      state.data?.items.some((run) => run.workload === workload) ? RUNNING_MS : false,
  });
}

/** Which resources a selector would choose. */
export function usePreview(id: string | undefined, selector: WorkloadInput['selector'], enabled: boolean) {
  return useQuery({
    queryKey: ['workloads', 'preview', id, selector],
    enabled,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: () => answer(api.POST('/api/workloads/preview', { body: { selector, ...(id && { id }) } })),
  });
}

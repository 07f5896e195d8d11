import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { Schema } from '../../api/types';

export type LetterState = Schema<'DeadLetterState'>;
/** The service whose dead letters they are. */
export type Of = 'assessment' | 'notification';

const PAGE = 50;

/** One page of what a service could not process, the newest first. */
export function useLetters(of: Of, state: '' | LetterState, cursor: string | undefined) {
  return useQuery({
    queryKey: ['dead-letters', of, state, cursor],
    placeholderData: (before) => before,
    queryFn: () => {
      const params = {
        params: { query: { limit: PAGE, ...(state && { state: [state] }), ...(cursor && { cursor }) } },
      };
      return answer(
        of === 'assessment'
          ? api.GET('/api/dead-letters/assessment', params)
          : api.GET('/api/dead-letters/notification', params),
      );
    },
  });
}

/** One dead letter with its record. */
export function useLetter(of: Of, id: string) {
  const params = { params: { path: { id } } };
  return useQuery({
    queryKey: ['dead-letters', of, 'one', id],
    queryFn: () =>
      answer(
        of === 'assessment'
          ? api.GET('/api/dead-letters/assessment/{id}', params)
          : api.GET('/api/dead-letters/notification/{id}', params),
      ),
  });
}

/** Puts the record back on its topic. */
export async function replayLetter(of: Of, id: string): Promise<void> {
  const params = { params: { path: { id } } };
  await (of === 'assessment'
    ? api.POST('/api/dead-letters/assessment/{id}/replay', params)
    : api.POST('/api/dead-letters/notification/{id}/replay', params));
}

/** Forgets the record. */
export async function purgeLetter(of: Of, id: string): Promise<void> {
  const params = { params: { path: { id } } };
  await (of === 'assessment'
    ? api.DELETE('/api/dead-letters/assessment/{id}', params)
    : api.DELETE('/api/dead-letters/notification/{id}', params));
}

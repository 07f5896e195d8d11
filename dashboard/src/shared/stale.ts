import { notifyManager, type Query, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';

function isStale({ state }: Query): boolean {
  return state.status === 'error' && state.data !== undefined;
}

/** When the oldest of what is shown was read, where reading it again failed; in ms since 1970. */
export function staleSince(client: QueryClient): number | undefined {
  const stale = client.getQueryCache().findAll({ type: 'active', predicate: isStale });
  return stale.length > 0 ? Math.min(...stale.map(({ state }) => state.dataUpdatedAt)) : undefined;
}

/** The same for a component, which hears when it changes; and a way to read it once more. */
export function useStale(): { since: number | undefined; readAgain: () => void } {
  const client = useQueryClient();
  const subscribe = useCallback(
    (heard: () => void) => client.getQueryCache().subscribe(notifyManager.batchCalls(heard)),
    [client],
  );
  const since = useSyncExternalStore(subscribe, () => staleSince(client));
  return {
    since,
    readAgain: () => void client.refetchQueries({ type: 'active', predicate: isStale }),
  };
}

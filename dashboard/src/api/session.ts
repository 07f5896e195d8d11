import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { api, answer } from './client';
import { keepSession, onSessionChange, onSessionEnd } from './session-state';
import type { Caller, Role, Session } from './types';

const KEY = ['session'];

/** The same rule as the services have: an administrator may do all, an editor what a viewer may, an ingester only ingest. */
function allows(own: Role, needed: Role): boolean {
  return own === needed || own === 'admin' || (own === 'editor' && needed === 'viewer');
}

async function read(): Promise<Session | null> {
  const { data, response } = await api.GET('/api/session');
  const session = response.status === 204 || !data ? null : data;
  keepSession(session ?? undefined);
  return session;
}

const QUERY = { queryKey: KEY, queryFn: read, staleTime: Infinity, gcTime: Infinity };

/** Asks once; null for nobody. */
export function whoIsLoggedIn(client: QueryClient): Promise<Session | null> {
  return client.fetchQuery(QUERY);
}

/** Who is logged in; null for nobody. */
export function useSession() {
  return useQuery(QUERY);
}

/** Hears what answers say of the session; once, for the whole page. */
export function useSessionEvents(): void {
  const client = useQueryClient();
  const checkSession = useCheckSession();
  useEffect(
    () =>
      onSessionEnd(() => {
        client.setQueryData(KEY, null);
      }),
    [client],
  );
  useEffect(() => onSessionChange(checkSession), [checkSession]);
}

/** Asks again who is logged in. */
export function useCheckSession(): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    void client.invalidateQueries({ queryKey: KEY });
  }, [client]);
}

/** Logs in with an API key, which is kept nowhere. */
export function useLogIn() {
  const client = useQueryClient();
  return async (key: string): Promise<void> => {
    const session = await answer(api.POST('/api/session', { body: { key } }));
    keepSession(session);
    client.setQueryData(KEY, session);
  };
}

/** Ends the session and forgets what was read in it. */
export function useLogOut() {
  const client = useQueryClient();
  return async (): Promise<void> => {
    await api.DELETE('/api/session');
    keepSession(undefined);
    sessionStorage.clear();
    client.clear();
    client.setQueryData(KEY, null);
  };
}

/** The caller; only below the session gate. */
export function useCaller(): Caller {
  const { data } = useSession();
  if (!data) {
    throw new Error('useCaller outside of a session');
  }
  return data.caller;
}

/** Whether the caller may do what needs this role. */
export function useMay(role: Role): boolean {
  return useCaller().roles.some((own) => allows(own, role));
}

import type { Session } from './types';

/** The session as the server last told it; its token against forged requests is in memory only and ends with the tab. */
let session: Session | undefined;
const ends = new Set<() => void>();
const changes = new Set<() => void>();

export function csrfToken(): string | undefined {
  return session?.csrfToken;
}

/** The id of the key that this page belongs to. */
export function callerId(): string | undefined {
  return session?.caller.id;
}

export function keepSession(value: Session | undefined): void {
  session = value;
}

/** Called where an answer says that nobody is logged in any more. */
export function sessionEnded(): void {
  session = undefined;
  call(ends);
}

/** Called where somebody else has logged in in another tab. */
export function sessionChanged(): void {
  call(changes);
}

export function onSessionEnd(listener: () => void): () => void {
  ends.add(listener);
  return () => ends.delete(listener);
}

export function onSessionChange(listener: () => void): () => void {
  changes.add(listener);
  return () => changes.delete(listener);
}

function call(listeners: ReadonlySet<() => void>): void {
  listeners.forEach((listener) => {
    listener();
  });
}

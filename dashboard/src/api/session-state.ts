/** The session's token against forged requests: in memory only, so that it ends with the tab. */
let token: string | undefined;
const ends = new Set<() => void>();
const changes = new Set<() => void>();

export function csrfToken(): string | undefined {
  return token;
}

export function keepCsrfToken(value: string | undefined): void {
  token = value;
}

/** Called where an answer says that nobody is logged in any more. */
export function sessionEnded(): void {
  token = undefined;
  call(ends);
}

/** Called where an answer says that the token is that of another session: somebody logged in anew in another tab. */
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

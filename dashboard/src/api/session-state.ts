/** The session's token against forged requests: in memory only, so that it ends with the tab. */
let token: string | undefined;
const listeners = new Set<() => void>();

export function csrfToken(): string | undefined {
  return token;
}

export function keepCsrfToken(value: string | undefined): void {
  token = value;
}

/** Called where an answer says that nobody is logged in any more. */
export function sessionEnded(): void {
  token = undefined;
  listeners.forEach((listener) => {
    listener();
  });
}

export function onSessionEnd(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

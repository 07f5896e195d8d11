import createClient, { type Middleware } from 'openapi-fetch';
import { CSRF, ProblemError } from './problem';
import type { paths } from './schema';
import { callerId, csrfToken, keepSession, sessionChanged, sessionEnded } from './session-state';
import type { Session } from './types';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Copies of what was sent and may have to be sent again; a request's body is read only once. */
const copies = new WeakMap<Request, Request>();

/**
 * Sends once more what was refused since this page's token is of an earlier session: somebody has logged in anew in
 * another tab. Only where it was the same key: what one reader began, another must not finish.
 */
async function again(refused: Request): Promise<Response | undefined> {
  const copy = copies.get(refused);
  const asked = await fetch('/api/session', { credentials: 'same-origin' });
  if (!copy || asked.status !== 200) {
    return undefined;
  }
  const session = (await asked.json()) as Session;
  if (session.caller.id !== callerId()) {
    return undefined;
  }
  keepSession(session);
  copy.headers.set(CSRF, session.csrfToken);
  return fetch(copy);
}

/** Adds what proves that the page itself asks, and turns whatever is no success into a ProblemError. */
const door: Middleware = {
  onRequest({ request }) {
    const token = csrfToken();
    if (!SAFE.has(request.method) && token) {
      request.headers.set(CSRF, token);
      copies.set(request, request.clone());
    }
    return request;
  },
  async onResponse({ request, response, schemaPath }) {
    if (response.ok) {
      return undefined;
    }
    let problem = await ProblemError.of(response);
    if (problem.isOfAnotherSession) {
      const repeated = await again(request);
      if (repeated?.ok) {
        return repeated;
      }
      if (repeated) {
        problem = await ProblemError.of(repeated);
      } else {
        sessionChanged();
      }
    }
    if (problem.status === 401 && schemaPath !== '/api/session') {
      sessionEnded();
    }
    throw problem;
  },
  onError({ error }) {
    return error instanceof ProblemError ? error : ProblemError.unreachable(error);
  },
};

/** The API by its contract; a call rejects with a ProblemError unless it succeeds. */
export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' });
api.use(door);

/** What a successful call answered; only for calls whose answer has a body. */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<NonNullable<T>> {
  const { data } = await call;
  if (data === undefined || data === null) {
    throw ProblemError.unreachable(new Error('an empty answer'));
  }
  return data;
}

/** What a successful call answered, with the revision to send back as If-Match. */
export async function answerWithRevision<T>(
  call: Promise<{ data?: T; response: Response }>,
): Promise<{ value: NonNullable<T>; etag: string }> {
  const settled = await call;
  return { value: await answer(Promise.resolve(settled)), etag: settled.response.headers.get('ETag') ?? '' };
}

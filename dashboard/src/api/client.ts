import createClient, { type Middleware } from 'openapi-fetch';
import { ProblemError } from './problem';
import type { paths } from './schema';
import { csrfToken, sessionChanged, sessionEnded } from './session-state';

const CSRF = 'X-Demarc-Csrf';
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Adds what proves that the page itself asks, and turns whatever is no success into a ProblemError. */
const door: Middleware = {
  onRequest({ request }) {
    const token = csrfToken();
    if (!SAFE.has(request.method) && token) {
      request.headers.set(CSRF, token);
    }
    return request;
  },
  async onResponse({ response, schemaPath }) {
    if (response.ok) {
      return;
    }
    const problem = await ProblemError.of(response);
    if (problem.status === 401 && schemaPath !== '/api/session') {
      sessionEnded();
    } else if (problem.status === 403 && problem.problem.field === CSRF) {
      sessionChanged();
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

import type { Schema } from './types';

/** The header that proves that the page itself asks. */
export const CSRF = 'X-Demarc-Csrf';

type Problem = Schema<'Problem'>;

/** What the API answers instead of what was asked for, in the words of RFC 9457; status 0 where no answer came. */
export class ProblemError extends Error {
  readonly status: number;
  readonly problem: Problem;
  /** Seconds after which it may be tried again, where the answer says so. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem, status: number, retryAfter?: number) {
    super(problem.detail ?? problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** Reads the problem from an answer; whatever else stands there becomes one without details. */
  static async of(response: Response): Promise<ProblemError> {
    const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
    const retryAfter = Number.isFinite(seconds) ? seconds : undefined;
    const plain: Problem = {
      type: 'about:blank',
      title: response.statusText || 'Error',
      status: response.status,
    };
    const isProblem = response.headers.get('Content-Type')?.includes('json') ?? false;
    const body: unknown = isProblem ? await response.json().catch(() => undefined) : undefined;
    return new ProblemError(isProblemBody(body) ? body : plain, response.status, retryAfter);
  }

  /** No answer came at all. */
  static unreachable(cause: unknown): ProblemError {
    const detail = cause instanceof Error ? cause.message : undefined;
    return new ProblemError(
      { type: 'about:blank', title: 'No answer', status: 503, ...(detail && { detail }) },
      0,
    );
  }

  /** Whether the page's token is not that of the session: somebody has logged in in another tab. */
  get isOfAnotherSession(): boolean {
    return this.status === 403 && this.problem.field === CSRF;
  }

  /** Whether what was to be changed is no longer as it was read. */
  get isStale(): boolean {
    return this.status === 412 || this.status === 428;
  }

  /** Whether asking again may help: the gateway or a service is away, or there were too many requests. */
  get passes(): boolean {
    return this.status === 0 || this.status === 429 || this.status === 503;
  }
}

function isProblemBody(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'title' in body && 'status' in body;
}

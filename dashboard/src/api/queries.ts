import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem';

const MOST_RETRIES = 3;
const SECOND = 1000;

/** What was read stays for half a minute; what passes is tried again after the time that the answer names. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30 * SECOND,
        refetchOnWindowFocus: false,
        retry: (count, error) => error instanceof ProblemError && error.passes && count < MOST_RETRIES,
        retryDelay: (count, error) =>
          error instanceof ProblemError && error.retryAfter
            ? Math.min(error.retryAfter, 30) * SECOND
            : SECOND * 2 ** count,
      },
    },
  });
}

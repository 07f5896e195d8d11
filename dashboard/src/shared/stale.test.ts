import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { staleSince } from './stale';

/** A query that a page shows, whose answers come in this order. */
async function shown(client: QueryClient, ...answers: (number | Error)[]) {
  const observer = new QueryObserver(client, {
    queryKey: ['figure'],
    retry: false,
    queryFn: () => {
      const answer = answers.shift();
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  });
  observer.subscribe(() => undefined);
  await observer.refetch();
  return observer;
}

describe('what is shown is old', () => {
  it('where it could not be read again, until it could', async () => {
    const client = new QueryClient();
    const observer = await shown(client, 1, new Error('away'), 2);
    const first = observer.getCurrentResult().dataUpdatedAt;
    expect(staleSince(client)).toBeUndefined();

    await observer.refetch();
    expect(staleSince(client)).toBe(first);

    await observer.refetch();
    expect(staleSince(client)).toBeUndefined();
  });

  it('not where it was never read: then it is not shown', async () => {
    const client = new QueryClient();
    await shown(client, new Error('away'));
    expect(staleSince(client)).toBeUndefined();
  });

  it('only as long as a page shows it', async () => {
    const client = new QueryClient();
    const observer = await shown(client, 1, new Error('away'));
    await observer.refetch();
    observer.destroy();
    expect(staleSince(client)).toBeUndefined();
  });
});

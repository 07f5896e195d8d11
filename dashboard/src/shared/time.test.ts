import { describe, expect, it } from 'vitest';
import { relativeTime } from './time';

describe('how long ago', () => {
  const now = Date.parse('2026-11-20T12:00:00Z');

  it.each([
    ['2026-11-20T11:59:30Z', 'this minute'],
    ['2026-11-20T11:58:00Z', '2 minutes ago'],
    ['2026-11-20T09:00:00Z', '3 hours ago'],
    ['2026-11-21T12:00:00Z', 'tomorrow'],
    ['2026-09-01T12:00:00Z', '2 months ago'],
  ])('%s is %s', (at, words) => {
    expect(relativeTime(at, now)).toBe(words);
  });
});

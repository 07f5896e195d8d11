import { describe, expect, it } from 'vitest';
import { arrive, leave } from './last-visit';

const now = Date.parse('2026-11-20T12:00:00Z');
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

describe('when somebody was last here', () => {
  it('is unknown at the first visit', () => {
    expect(arrive(undefined, now)).toEqual({ seen: ago(0), before: undefined });
  });

  it('stays what it was while the visit goes on, reloads included', () => {
    expect(arrive({ seen: ago(10), before: ago(900) }, now)).toEqual({ seen: ago(0), before: ago(900) });
  });

  it('is the end of the visit before after a longer pause', () => {
    expect(arrive({ seen: ago(600), before: ago(5000) }, now)).toEqual({ seen: ago(0), before: ago(600) });
  });

  it('is the moment of leaving, also where the page was looked at all day', () => {
    const left = leave({ seen: ago(1400), before: ago(5000) }, now - 900 * 60_000);
    expect(left).toEqual({ seen: ago(900), before: ago(5000) });
    expect(arrive(left, now).before).toBe(ago(900));
  });
});

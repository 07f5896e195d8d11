import { describe, expect, it } from 'vitest';
import { visit } from './last-visit';

const now = Date.parse('2026-11-20T12:00:00Z');
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

describe('when somebody was last here', () => {
  it('is unknown at the first visit', () => {
    expect(visit(undefined, now)).toEqual({ seen: ago(0), before: undefined });
  });

  it('stays what it was while the visit goes on, reloads included', () => {
    expect(visit({ seen: ago(10), before: ago(900) }, now)).toEqual({ seen: ago(0), before: ago(900) });
  });

  it('is the end of the visit before after a longer pause', () => {
    expect(visit({ seen: ago(600), before: ago(5000) }, now)).toEqual({ seen: ago(0), before: ago(600) });
  });
});

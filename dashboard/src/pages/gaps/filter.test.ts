import { describe, expect, it } from 'vitest';
import { fromTokens, label, readFilter, toTokens, writeFilter } from './filter';

const read = (search: string) => readFilter(new URLSearchParams(search));

describe('the filter of gaps in the address', () => {
  it('shows those that are not resolved where it says nothing', () => {
    expect(read('').filter).toEqual({ state: ['open', 'acknowledged'] });
    expect(read('state=all').filter).toEqual({});
  });

  it('leaves out what it does not understand, and says so', () => {
    expect(read('severity=high,urgent&team=No&openedSince=yesterday')).toEqual({
      filter: { state: ['open', 'acknowledged'], severity: ['high'] },
      ignored: ['severity', 'team', 'openedSince'],
    });
  });

  it('knows a team by its id, and nobody by a hyphen', () => {
    expect(read('team=-,web,-x')).toEqual({
      filter: { state: ['open', 'acknowledged'], team: ['-', 'web'] },
      ignored: ['team'],
    });
    expect(label('team', '-')).toBe('Nobody');
  });

  it('comes back as it was written, and forgets the page', () => {
    const filter = {
      state: ['resolved'],
      severity: ['high', 'low'],
      resolvedSince: '2026-11-20T08:00:00.000Z',
    };
    const written = writeFilter(new URLSearchParams('cursor=x&page=3&sort=dueAt'), filter);
    expect(readFilter(written).filter).toEqual(filter);
    expect(written.get('cursor')).toBeNull();
    expect(written.get('sort')).toBe('dueAt');
  });

  it('writes neither what holds anyway nor a state of no gap', () => {
    expect(writeFilter(new URLSearchParams(), { state: ['open', 'acknowledged'] }).toString()).toBe('');
    expect(writeFilter(new URLSearchParams(), {}).toString()).toBe('state=all');
  });
});

describe('the tokens of the filter', () => {
  it('say what the filter says', () => {
    const filter = {
      state: ['open'],
      team: ['web', 'data'],
      openedSince: '2026-11-20T08:00:00.000Z',
      dueBefore: '2026-11-21T08:00:00.000Z',
    };
    expect(fromTokens(toTokens(filter))).toEqual(filter);
  });

  it('of one property are one', () => {
    const token = (value: string) => ({ propertyKey: 'team', operator: '=', value });
    expect(fromTokens({ operation: 'and', tokens: [token('web'), token('data')] })).toEqual({
      team: ['web', 'data'],
    });
  });
});

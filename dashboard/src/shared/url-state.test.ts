import { describe, expect, it } from 'vitest';
import { flag, list, ordinal, readState, text, word, writeState } from './url-state';

const parameters = {
  q: text(),
  sort: word(['-severity', 'openedAt'], '-severity'),
  severity: list(['low', 'high', 'critical']),
  page: ordinal(1),
  all: flag,
};
type State = {
  q: string;
  sort: '-severity' | 'openedAt';
  severity: readonly string[];
  page: number;
  all: boolean;
};
const read = (search: string) => readState<State>(parameters as never, new URLSearchParams(search));

describe('the state of a page in its address', () => {
  it('is what holds anyway where the address says nothing', () => {
    expect(read('')).toEqual({ q: '', sort: '-severity', severity: [], page: 1, all: false });
  });

  it('leaves out what it does not understand', () => {
    expect(read('sort=colour&severity=high,urgent&page=-3')).toMatchObject({
      sort: '-severity',
      severity: ['high'],
      page: 1,
    });
  });

  it('comes back as it was written', () => {
    const change: Partial<State> = {
      q: 'a b&c',
      sort: 'openedAt',
      severity: ['low', 'high'],
      page: 7,
      all: true,
    };
    const written = writeState<State>(parameters as never, new URLSearchParams('other=1'), change);
    expect(read(written.toString())).toEqual(change);
    expect(written.get('other')).toBe('1');
  });

  it('does not write what holds anyway', () => {
    const written = writeState<State>(parameters as never, new URLSearchParams('page=7&q=x'), {
      page: 1,
      q: '',
    });
    expect(written.toString()).toBe('');
  });
});

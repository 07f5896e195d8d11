import { describe, expect, it } from 'vitest';
import type { Cell } from './data';
import { byDomain, sentence, shown } from './summary';

const cell = (control: string, domain: string, outcome?: 'satisfied' | 'not-satisfied' | 'unknown'): Cell =>
  ({
    control,
    title: control,
    domain,
    ownership: 'shared-dependent',
    category: 'shared',
    provider: { state: 'claimed' },
    ...(outcome && { customer: { outcome, checks: [] } }),
  }) as Cell;

const cells = [
  cell('a', 'One'),
  cell('b', 'Two', 'satisfied'),
  cell('c', 'One', 'not-satisfied'),
  cell('d', 'Two', 'unknown'),
];

describe("a resource's responsibilities", () => {
  it('are told in a sentence', () => {
    expect(sentence(cells)).toBe(
      'The provider does 4 controls; you have a part in 3: 1 done, 1 not done, 1 unknown.',
    );
    expect(sentence([])).toMatch(/^No service model/);
  });

  it('can be those of the customer, or those that are left', () => {
    expect(shown(cells, 'customer').map((each) => each.control)).toEqual(['b', 'c', 'd']);
    expect(shown(cells, 'open').map((each) => each.control)).toEqual(['c', 'd']);
  });

  it('stand by domain', () => {
    expect(byDomain(cells).map(([domain, of]) => [domain, of.length])).toEqual([
      ['One', 2],
      ['Two', 2],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { type Cell, doneOf, rowsOf, selectionSearch } from './data';

const control = (id: string, domain: string) => ({
  id,
  title: `The ${id}`,
  domain,
  subjectKind: 'resource' as const,
});
const cell = (id: string, category: Cell['category']) => ({ control: id, category }) as Cell;
const matrix = {
  controls: [control('a', 'One'), control('b', 'One'), control('c', 'Two')],
  cells: [cell('a', 'shared'), cell('b', 'inherited'), cell('c', 'inherited')],
};
const all = { domain: '', owner: '' as const, find: '' };
const ids = (rows: ReturnType<typeof rowsOf>) =>
  rows.map(([domain, controls]) => [domain, controls.map((each) => each.id).join()]);

describe('the rows of the matrix', () => {
  it('are the controls by domain', () => {
    expect(ids(rowsOf(matrix, all))).toEqual([
      ['One', 'a,b'],
      ['Two', 'c'],
    ]);
  });

  it('can be those of a domain, of an owner, or those that are sought', () => {
    expect(ids(rowsOf(matrix, { ...all, domain: 'Two' }))).toEqual([['Two', 'c']]);
    expect(ids(rowsOf(matrix, { ...all, owner: 'shared' }))).toEqual([['One', 'a']]);
    expect(ids(rowsOf(matrix, { ...all, find: 'THE B' }))).toEqual([['One', 'b']]);
  });
});

describe('a cell', () => {
  it('counts what does not apply to nobody', () => {
    const customer = { satisfied: 3, 'not-satisfied': 1, unknown: 1, 'not-applicable': 9 };
    expect(doneOf({ provider: {}, customer })).toEqual({ done: 3, total: 5 });
    expect(doneOf(undefined)).toEqual({ done: 0, total: 0 });
  });
});

describe('the export', () => {
  it('asks for what is shown', () => {
    const selection = {
      provider: 'aws',
      model: 'paas' as const,
      framework: '',
      services: ['aws/rds', 'aws/s3'],
    };
    expect(selectionSearch(selection).toString()).toBe(
      'provider=aws&deliveryModel=paas&service=aws%2Frds%2Caws%2Fs3',
    );
  });
});

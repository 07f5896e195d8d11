import { describe, expect, it } from 'vitest';
import { stepOf } from './grid-keys';

describe('the keys of the matrix', () => {
  it.each([
    ['ArrowRight', [2, 3]],
    ['ArrowUp', [1, 2]],
    ['Home', [2, 0]],
    ['End', [2, 4]],
    ['PageDown', [12, 2]],
    ['PageUp', [0, 2]],
  ])('%s', (key, place) => {
    expect(stepOf(key, 2, 2, 20, 5)).toEqual(place);
  });

  it('do not leave it', () => {
    expect(stepOf('ArrowLeft', 0, 0, 20, 5)).toEqual([0, 0]);
    expect(stepOf('Enter', 0, 0, 20, 5)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import type { LiveEvent } from './event';
import { Pending } from './pending';

const change = (id: string) => ({ kind: 'gap', gap: { gap: { id } } }) as LiveEvent;

describe('what has changed since a list was read', () => {
  it('counts a gap once, however often it changes', () => {
    const pending = new Pending();
    expect([pending.add(change('g-1')), pending.add(change('g-2')), pending.add(change('g-1'))]).toEqual([
      true,
      true,
      false,
    ]);
    expect(pending.count).toBe(2);
  });

  it('remembers that some may have been missed', () => {
    const pending = new Pending();
    pending.add({ kind: 'missed' });
    expect(pending.missed).toBe(true);
    expect(pending.count).toBe(0);
  });

  it('goes on counting beyond what it remembers', () => {
    const pending = new Pending();
    for (let i = 0; i < 1_500; i++) {
      pending.add(change(`g-${String(i)}`));
    }
    expect(pending.count).toBe(1_500);
  });
});

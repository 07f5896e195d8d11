import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveEvent, LiveStatus } from './event';
import { LiveSource } from './source';

const OPEN = 1;
const CLOSED = 2;

/** What a browser's EventSource is for LiveSource, driven by the test. */
class Stream extends EventTarget {
  readyState = OPEN;
  onerror: (() => void) | undefined;

  close(): void {
    this.readyState = CLOSED;
  }

  ready(resumed: boolean): void {
    this.dispatchEvent(new MessageEvent('ready', { data: JSON.stringify({ resumed }) }));
  }

  fail(readyState: number): void {
    this.readyState = readyState;
    this.onerror?.();
  }
}

describe('the stream of gaps', () => {
  let streams: Stream[];
  let events: LiveEvent[];
  let statuses: LiveStatus[];
  let source: LiveSource;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('EventSource', { CLOSED });
    streams = [];
    events = [];
    statuses = [];
    source = new LiveSource(
      { event: (event) => events.push(event), status: (status) => statuses.push(status), refused: vi.fn() },
      () => {
        const stream = new Stream();
        streams.push(stream);
        return stream as unknown as EventSource;
      },
    );
    source.start();
  });

  afterEach(() => {
    source.stop();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('misses nothing where it works at once', () => {
    streams[0]?.ready(false);
    expect(events).toEqual([]);
    expect(statuses.at(-1)).toBe('live');
  });

  it('says that something may be missing where the first attempts were refused', () => {
    streams[0]?.fail(CLOSED);
    vi.advanceTimersByTime(1_000);
    streams[1]?.ready(false);
    expect(events).toEqual([{ kind: 'missed' }]);
  });

  it('says so once after it broke, and not where it went on after the last event', () => {
    streams[0]?.ready(false);
    streams[0]?.fail(OPEN);
    streams[0]?.ready(true);
    expect(events).toEqual([]);
    streams[0]?.fail(OPEN);
    streams[0]?.ready(false);
    expect(events).toEqual([{ kind: 'missed' }]);
  });
});

import type { Broadcast, LiveEvent, LiveStatus } from './event';
import { LiveSource } from './source';

const LOCK = 'demarc-live';
const CHANNEL = 'demarc-live';

/**
 * The stream of gaps for this tab. Over HTTP/1.1 a browser opens six connections to a host in all, so one tab, that which
 * holds the lock, keeps the stream and tells the others; when it is closed the next one takes over.
 */
export class LiveHub {
  private readonly events = new Set<(event: LiveEvent) => void>();
  private readonly statuses = new Set<() => void>();
  private ended = new AbortController();
  private channel: BroadcastChannel | undefined;
  private source: LiveSource | undefined;
  private current: LiveStatus = 'connecting';

  /** `refused` is called where the stream is refused, for instance since the session has ended. */
  constructor(private readonly refused: () => void) {}

  start(): void {
    const ended = new AbortController();
    this.ended = ended;
    if (!('locks' in navigator) || !('BroadcastChannel' in globalThis)) {
      this.lead();
      return;
    }
    this.channel = new BroadcastChannel(CHANNEL);
    this.channel.onmessage = (message: MessageEvent<Broadcast>) => {
      this.told(message.data);
    };
    this.channel.postMessage({ type: 'hello' } satisfies Broadcast);
    navigator.locks
      .request(LOCK, { signal: ended.signal }, () => {
        const followed = this.current !== 'connecting';
        this.lead();
        if (followed) {
          this.tell({ kind: 'missed' });
        }
        return new Promise<void>((resolve) => {
          ended.signal.addEventListener('abort', () => {
            resolve();
          });
        });
      })
      .catch(() => {
        // the tab stopped waiting for its turn
      });
  }

  stop(): void {
    this.ended.abort();
    this.source?.stop();
    this.channel?.close();
  }

  status(): LiveStatus {
    return this.current;
  }

  onStatus = (listener: () => void): (() => void) => {
    this.statuses.add(listener);
    return () => this.statuses.delete(listener);
  };

  onEvent(listener: (event: LiveEvent) => void): () => void {
    this.events.add(listener);
    return () => this.events.delete(listener);
  }

  private lead(): void {
    this.source = new LiveSource({
      event: (event) => {
        this.tell(event);
      },
      refused: this.refused,
      status: (status) => {
        this.channel?.postMessage({ type: 'status', status } satisfies Broadcast);
        this.become(status);
      },
    });
    this.source.start();
  }

  private tell(event: LiveEvent): void {
    this.channel?.postMessage({ type: 'event', event } satisfies Broadcast);
    this.heard(event);
  }

  private told(message: Broadcast): void {
    if (message.type === 'event') {
      this.heard(message.event);
    } else if (message.type === 'status') {
      this.become(message.status);
    } else if (this.source) {
      this.channel?.postMessage({ type: 'status', status: this.current } satisfies Broadcast);
    }
  }

  private heard(event: LiveEvent): void {
    this.events.forEach((listener) => {
      listener(event);
    });
  }

  private become(status: LiveStatus): void {
    if (status !== this.current) {
      this.current = status;
      this.statuses.forEach((listener) => {
        listener();
      });
    }
  }
}

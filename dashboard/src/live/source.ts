import type { LiveEvent, LiveStatus, StreamedGap } from './event';

const SILENCE_MS = 45_000;
const SHORTEST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

interface Listener {
  event: (event: LiveEvent) => void;
  status: (status: LiveStatus) => void;
  /** The stream was refused, perhaps because nobody is logged in any more; EventSource does not say why. */
  refused: () => void;
}

/**
 * The one connection of a browser to the stream of gaps. The browser goes on after the last event by itself; where it gives
 * up, or nothing is heard for longer than three heartbeats, this begins anew and says that something may be missing.
 */
export class LiveSource {
  private stream: EventSource | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private again: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private broken = false;

  constructor(
    private readonly listener: Listener,
    private readonly open: () => EventSource = () => new EventSource('/api/stream/gaps'),
  ) {}

  start(): void {
    this.listener.status(this.failures === 0 ? 'connecting' : 'lost');
    const stream = this.open();
    this.stream = stream;
    this.heard();
    stream.addEventListener('ready', (event) => {
      this.ready(event);
    });
    stream.addEventListener('heartbeat', () => {
      this.heard();
    });
    stream.addEventListener('gap', (event) => {
      this.heard();
      this.listener.event({ kind: 'gap', gap: JSON.parse(event.data as string) as StreamedGap });
    });
    stream.addEventListener('missed', () => {
      this.heard();
      this.listener.event({ kind: 'missed' });
    });
    stream.onerror = () => {
      this.broken = true;
      this.listener.status('lost');
      if (stream.readyState === EventSource.CLOSED) {
        this.listener.refused();
        this.restart();
      }
    };
  }

  stop(): void {
    clearTimeout(this.silence);
    clearTimeout(this.again);
    this.stream?.close();
    this.stream = undefined;
  }

  private ready(event: MessageEvent): void {
    const { resumed } = JSON.parse(event.data as string) as { resumed: boolean };
    if (this.broken && !resumed) {
      this.listener.event({ kind: 'missed' });
    }
    this.broken = false;
    this.failures = 0;
    this.heard();
    this.listener.status('live');
  }

  private heard(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      this.listener.status('lost');
      this.restart();
    }, SILENCE_MS);
  }

  private restart(): void {
    this.stop();
    this.broken = true;
    const wait = Math.min(SHORTEST_WAIT_MS * 2 ** this.failures, LONGEST_WAIT_MS);
    this.failures += 1;
    this.again = setTimeout(() => {
      this.start();
    }, wait);
  }
}

import type { Schema } from '../api/types';

export type StreamedGap = Schema<'StreamedGap'>;

/** What pages hear: a transition, or that some may have been missed. */
export type LiveEvent = { kind: 'gap'; gap: StreamedGap } | { kind: 'missed' };

/** Whether changes are announced at the moment. */
export type LiveStatus = 'live' | 'connecting' | 'lost';

/** What the tab that holds the stream tells the others. */
export type Broadcast =
  { type: 'event'; event: LiveEvent } | { type: 'status'; status: LiveStatus } | { type: 'hello' };

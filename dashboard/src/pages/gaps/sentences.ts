import type { GapDetail } from '../../api/types';
import { texts } from '../../texts';

type Entry = GapDetail['history'][number];

const { history } = texts.gaps;

/** What happened, in a sentence. */
export function happened(entry: Entry): string {
  const origin = history.origins[entry.origin];
  if (entry.event === 'changed' && entry.transition) {
    return entry.origin === 'live' || entry.origin === 'command'
      ? history.transitions[entry.transition]
      : `${history.transitions[entry.transition]} ${origin}`;
  }
  if (entry.event === 'resolved' && entry.cause) {
    return `${history.events.resolved}: ${history.causes[entry.cause]}`;
  }
  return `${history.events[entry.event]} ${origin}`;
}

/** A value as it was observed. */
export function shownValue(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1);
}

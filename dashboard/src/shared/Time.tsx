import { texts } from '../texts';
import { localDay, localTime, relativeTime, utcTime } from './time';

type Form = 'time' | 'day' | 'relative';

/** A moment in the reader's zone (or how long ago), with UTC on hover. */
export function Time({ at, form = 'time' }: { at: string; form?: Form }) {
  const shown = { time: localTime, day: localDay, relative: (instant: string) => relativeTime(instant) }[
    form
  ](at);
  return (
    <time dateTime={at} title={texts.common.time.full(localTime(at), utcTime(at))}>
      {shown}
    </time>
  );
}

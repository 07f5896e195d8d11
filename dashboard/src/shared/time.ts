const zone = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const utc = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' });
const longUtcDay = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const shortDay = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** The moment in the reader's zone. */
export function localTime(instant: string): string {
  return zone.format(new Date(instant));
}

/** The day in the reader's zone. */
export function localDay(instant: string): string {
  return day.format(new Date(instant));
}

/** The moment in UTC. */
export function utcTime(instant: string): string {
  return utc.format(new Date(instant));
}

/** A day that the API counts by, which is one of UTC. */
export function utcDay(date: string): string {
  return longUtcDay.format(new Date(`${date}T00:00:00Z`));
}

/** The same without its year. */
export function shortUtcDay(date: string): string {
  return shortDay.format(new Date(`${date}T00:00:00Z`));
}

/** "3 hours ago", "in 2 days"; below a minute "this minute". */
export function relativeTime(instant: string, now: number = Date.now()): string {
  const seconds = (new Date(instant).getTime() - now) / 1000;
  for (const [unit, length] of STEPS) {
    if (Math.abs(seconds) >= length) {
      return relative.format(Math.trunc(seconds / length), unit);
    }
  }
  return relative.format(0, 'minute');
}

const KEY = 'demarc.visits';
/** A visit that was interrupted for less than this goes on. */
const SAME_VISIT_MS = 30 * 60_000;

/** When the reader was last seen in this visit, and in the one before. */
export interface Visits {
  seen: string;
  before: string | undefined;
}

/** The visits as they are with the reader being here at this moment. */
export function visit(kept: Visits | undefined, now: number): Visits {
  const seen = new Date(now).toISOString();
  if (!kept) {
    return { seen, before: undefined };
  }
  const pause = now - Date.parse(kept.seen);
  return { seen, before: pause > SAME_VISIT_MS ? kept.seen : kept.before };
}

function read(): Visits | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Visits | null;
    return kept && !Number.isNaN(Date.parse(kept.seen)) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Notes that the reader is here, and returns when the visit before ended; undefined at the first. */
export function noteVisit(): string | undefined {
  const visits = visit(read(), Date.now());
  localStorage.setItem(KEY, JSON.stringify(visits));
  return visits.before;
}

import { useEffect, useState } from 'react';

const KEY = 'demarc.visits';
/** A visit that was interrupted for less than this goes on. */
const SAME_VISIT_MS = 30 * 60_000;

/** When the reader was last seen in this visit, and when the one before ended. */
export interface Visits {
  seen: string;
  before: string | undefined;
}

/** The visits when the reader comes, or comes back. */
export function arrive(kept: Visits | undefined, now: number): Visits {
  const seen = new Date(now).toISOString();
  if (!kept) {
    return { seen, before: undefined };
  }
  const pause = now - Date.parse(kept.seen);
  return { seen, before: pause > SAME_VISIT_MS ? kept.seen : kept.before };
}

/** The visits when the reader goes: however long the page was looked at, that was one visit. */
export function leave(kept: Visits | undefined, now: number): Visits {
  return { seen: new Date(now).toISOString(), before: kept?.before };
}

function read(): Visits | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Visits | null;
    return kept && !Number.isNaN(Date.parse(kept.seen)) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Notes where the reader comes or goes; a browser that keeps nothing takes each visit for the first. */
function note(step: typeof arrive): string | undefined {
  const visits = step(read(), Date.now());
  try {
    localStorage.setItem(KEY, JSON.stringify(visits));
  } catch {
    // the storage is full or switched off
  }
  return visits.before;
}

/** When the visit before this one ended; undefined at the first. A page that is looked at again later begins a new visit. */
export function useLastVisit(): string | undefined {
  const [before, setBefore] = useState(() => note(arrive));
  useEffect(() => {
    const turned = () => {
      if (document.visibilityState === 'hidden') {
        note(leave);
      } else {
        setBefore(note(arrive));
      }
    };
    document.addEventListener('visibilitychange', turned);
    return () => {
      document.removeEventListener('visibilitychange', turned);
      note(leave);
    };
  }, []);
  return before;
}

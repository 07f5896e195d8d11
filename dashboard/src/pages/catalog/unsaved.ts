/** A draft's text that was not saved yet, with the revision that it was begun from (empty: there was no draft). */
export interface Unsaved {
  text: string;
  etag: string;
}

const key = (caller: string, model: string) => `demarc.draft.${caller}.${model}`;

/** What this caller has written in this tab and not saved; it outlives other pages and a reload, not the tab. */
export function readUnsaved(caller: string, model: string): Unsaved | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(key(caller, model)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps it, or forgets it. A tab's storage holds a few megabytes; what does not fit stays as long as its page. */
export function keepUnsaved(caller: string, model: string, unsaved: Unsaved | undefined): void {
  if (!unsaved) {
    sessionStorage.removeItem(key(caller, model));
    return;
  }
  try {
    sessionStorage.setItem(key(caller, model), JSON.stringify(unsaved));
  } catch {
    sessionStorage.removeItem(key(caller, model));
  }
}

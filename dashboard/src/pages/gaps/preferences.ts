import type { CollectionPreferencesProps } from '@cloudscape-design/components/collection-preferences';
import { useState } from 'react';
import { ALL_COLUMNS, SHOWN_AT_FIRST } from './columns';

const KEY = 'demarc.gaps.preferences';
export const PAGE_SIZES = [25, 50, 100] as const;

/** How a reader wants the table; kept in the browser, apart from the address. */
export interface Preferences {
  pageSize: number;
  wrapLines: boolean;
  columns: readonly string[];
}

const AT_FIRST: Preferences = { pageSize: 50, wrapLines: true, columns: SHOWN_AT_FIRST };

/** What is kept, as far as it makes sense. */
export function parse(kept: string | null): Preferences {
  try {
    const read = JSON.parse(kept ?? '{}') as Partial<Preferences>;
    const columns = (read.columns ?? []).filter((each) => ALL_COLUMNS.some((known) => known === each));
    return {
      pageSize: PAGE_SIZES.find((each) => each === read.pageSize) ?? AT_FIRST.pageSize,
      wrapLines: read.wrapLines ?? AT_FIRST.wrapLines,
      columns: columns.length > 0 ? columns : AT_FIRST.columns,
    };
  } catch {
    return AT_FIRST;
  }
}

/** The preferences of this browser. */
export function readPreferences(): Preferences {
  return parse(localStorage.getItem(KEY));
}

/** The preferences, and how to change them. */
export function usePreferences() {
  const [preferences, setPreferences] = useState(readPreferences);
  const change = (chosen: CollectionPreferencesProps.Preferences) => {
    const next: Preferences = {
      pageSize: chosen.pageSize ?? preferences.pageSize,
      wrapLines: chosen.wrapLines ?? preferences.wrapLines,
      columns:
        chosen.contentDisplay?.filter((each) => each.visible).map((each) => each.id) ?? preferences.columns,
    };
    localStorage.setItem(KEY, JSON.stringify(next));
    setPreferences(next);
  };
  return { preferences, change };
}

/** The columns in the reader's order: those that are shown, then the others. */
export function display(columns: readonly string[]): { id: string; visible: boolean }[] {
  const hidden = ALL_COLUMNS.filter((each) => !columns.includes(each));
  return [...columns.map((id) => ({ id, visible: true })), ...hidden.map((id) => ({ id, visible: false }))];
}

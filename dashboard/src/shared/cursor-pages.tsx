import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCallback } from 'react';
import { texts } from '../texts';
import { ordinal, text, useUrlState } from './url-state';

const STATE = { cursor: text(), page: ordinal(1) };

/** Where a list of the server's stands: the cursor and number of its page, both in the address. */
export interface CursorPages {
  cursor: string | undefined;
  page: number;
  /** The key that says which list this is; cursors of earlier pages are remembered under it for this tab. */
  next: (cursor: string) => void;
  previous: () => void;
  first: () => void;
}

const key = (list: string) => `demarc.pages.${list}`;

function trail(list: string): Record<number, string> {
  try {
    return JSON.parse(sessionStorage.getItem(key(list)) ?? '{}') as Record<number, string>;
  } catch {
    return {};
  }
}

/**
 * Pages by cursors. The address restores the page that is shown; the way back is remembered for the tab, and where it is
 * not (the address came from somebody else) leads to the first page. `list` names the list with its filters and order.
 */
export function useCursorPages(list: string): CursorPages {
  const [{ cursor, page }, change] = useUrlState(STATE);
  const next = useCallback(
    (following: string) => {
      sessionStorage.setItem(key(list), JSON.stringify({ ...trail(list), [page]: cursor }));
      change({ cursor: following, page: page + 1 });
    },
    [list, page, cursor, change],
  );
  const previous = useCallback(() => {
    const before = trail(list)[page - 1];
    change(before === undefined ? { cursor: '', page: 1 } : { cursor: before, page: page - 1 });
  }, [list, page, change]);
  const first = useCallback(() => {
    change({ cursor: '', page: 1 });
  }, [change]);
  return { cursor: cursor || undefined, page, next, previous, first };
}

/** Previous, number, next; for the table's pagination slot. */
export function CursorPagination({
  pages,
  following,
  label,
  disabled = false,
}: {
  pages: CursorPages;
  following: string | undefined;
  label: string;
  disabled?: boolean;
}) {
  const { paging } = texts.common;
  return (
    <nav aria-label={paging.label(label)}>
      <SpaceBetween direction="horizontal" size="xxs" alignItems="center">
        <Button
          iconName="angle-left-double"
          variant="icon"
          ariaLabel={paging.first}
          disabled={disabled || pages.page === 1}
          onClick={pages.first}
        />
        <Button
          iconName="angle-left"
          variant="icon"
          ariaLabel={paging.previous}
          disabled={disabled || pages.page === 1}
          onClick={pages.previous}
        />
        <Box>{paging.page(pages.page)}</Box>
        <Button
          iconName="angle-right"
          variant="icon"
          ariaLabel={paging.next}
          disabled={disabled || following === undefined}
          onClick={() => {
            if (following !== undefined) {
              pages.next(following);
            }
          }}
        />
      </SpaceBetween>
    </nav>
  );
}

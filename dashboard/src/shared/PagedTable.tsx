import Header from '@cloudscape-design/components/header';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import { texts } from '../texts';
import { CursorPagination, type CursorPages } from './cursor-pages';
import { Failed } from './PageState';

/** Which rows are chosen, and how they are called. */
interface Selection<T> {
  items: T[];
  onChange: (items: T[]) => void;
  label: (item: T) => string;
  allLabel: string;
}

interface Page<T> {
  items: T[];
  next?: string | undefined;
  total?: number | undefined;
}

/** A list of the server's, page by page, with its filters above; for pages whose list needs no more than that. */
export function PagedTable<T>({
  query,
  pages,
  title,
  counted,
  columnDefinitions,
  filters,
  empty,
  trackBy,
  actions,
  selection,
}: {
  query: {
    data: Page<T> | undefined;
    error: unknown;
    isFetching: boolean;
    isPlaceholderData: boolean;
    refetch: () => unknown;
  };
  pages: CursorPages;
  title: string;
  counted: (total: number) => string;
  columnDefinitions: TableProps.ColumnDefinition<T>[];
  filters?: ReactNode;
  empty: ReactNode;
  trackBy: (item: T) => string;
  actions?: ReactNode;
  selection?: Selection<T> | undefined;
}) {
  const failed = query.error !== null && !query.data;
  const { items = [], next, total } = query.data ?? {};
  return (
    <Table
      variant="container"
      enableKeyboardNavigation
      wrapLines
      items={items}
      trackBy={trackBy}
      loading={query.isFetching && !query.data}
      loadingText={texts.common.loading}
      columnDefinitions={columnDefinitions}
      ariaLabels={{
        tableLabel: title,
        selectionGroupLabel: title,
        allItemsSelectionLabel: () => selection?.allLabel ?? title,
        itemSelectionLabel: (_, item) => selection?.label(item) ?? trackBy(item),
      }}
      {...(selection && {
        selectionType: 'multi' as const,
        selectedItems: selection.items,
        onSelectionChange: ({ detail }: { detail: TableProps.SelectionChangeDetail<T> }) => {
          selection.onChange(detail.selectedItems);
        },
      })}
      header={
        <Header counter={total === undefined ? undefined : `(${counted(total)})`} actions={actions}>
          {title}
        </Header>
      }
      filter={filters}
      empty={failed ? <Failed error={query.error} retry={() => void query.refetch()} /> : empty}
      pagination={
        pages.page > 1 || next !== undefined ? (
          <CursorPagination pages={pages} following={next} label={title} disabled={query.isPlaceholderData} />
        ) : undefined
      }
    />
  );
}

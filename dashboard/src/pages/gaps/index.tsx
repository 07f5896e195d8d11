import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import CollectionPreferences from '@cloudscape-design/components/collection-preferences';
import Header from '@cloudscape-design/components/header';
import PropertyFilter from '@cloudscape-design/components/property-filter';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Gap } from '../../api/types';
import { Page } from '../../layout/Page';
import { type StreamedGap, usePendingChanges } from '../../live';
import { ChangesBar } from '../../shared/ChangesBar';
import { CursorPagination, useCursorPages } from '../../shared/cursor-pages';
import { Empty, Failed } from '../../shared/PageState';
import { PermittedButton } from '../../shared/Permitted';
import { useReturnFocus } from '../../shared/return-focus';
import { NOBODY } from '../../shared/nobody';
import { RouterLink } from '../../shared/RouterLink';
import { readState, text, useUrlState, word } from '../../shared/url-state';
import { texts } from '../../texts';
import { Acknowledge } from './acknowledge';
import { columnsFor } from './columns';
import { gapsPage, SORTS, useGaps, useOptions } from './data';
import { ExportMenu } from './export-menu';
import {
  type Filter,
  FILTERING_PROPERTIES,
  FIXED_OPTIONS,
  fromTokens,
  readFilter,
  toTokens,
  UNRESOLVED,
  writeFilter,
} from './filter';
import { GapPanel } from './panel';
import { display, PAGE_SIZES, readPreferences, usePreferences } from './preferences';

const { gaps } = texts;
const STATE = { sort: word(SORTS, '-severity'), gap: text(), cursor: text(), page: text() };

/** Whether a change may matter to what the filter shows, as far as the event can tell. */
function matters(filter: Filter, { gap }: StreamedGap): boolean {
  const one = (values: readonly string[] | undefined, value: string | undefined) =>
    !values || values.length === 0 || (value !== undefined && values.includes(value));
  return (
    one(filter.team, gap.ownerTeam ?? NOBODY) &&
    one(filter.workload, gap.workload) &&
    one(filter.control, gap.control) &&
    one(filter.check, gap.check) &&
    one(filter.provider, gap.subject.provider) &&
    one(filter.account, gap.subject.account) &&
    one(filter.type, gap.subject.type) &&
    one(filter.subject, gap.subject.id)
  );
}

/** Asks for the list of this address before the page is drawn. */
export function askAhead(client: QueryClient, search: URLSearchParams): void {
  const { sort, cursor } = readState(STATE, search);
  const { filter } = readFilter(search);
  void client.prefetchQuery(gapsPage(filter, sort, cursor || undefined, readPreferences().pageSize));
}

/** What is not done: filtered, sorted, page by page, each gap explained. */
export default function GapsPage() {
  const [search, setSearch] = useSearchParams();
  const [state, change] = useUrlState(STATE);
  const { filter, ignored } = useMemo(() => readFilter(search), [search]);
  const { preferences, change: prefer } = usePreferences();
  const list = `gaps:${JSON.stringify(filter)}:${state.sort}:${String(preferences.pageSize)}`;
  const pages = useCursorPages(list);
  const query = useGaps(filter, state.sort, pages.cursor, preferences.pageSize);
  const [selected, setSelected] = useState<Gap[]>([]);
  const [acknowledging, setAcknowledging] = useState(false);
  const [wanted, setWanted] = useState<string>();
  const [opened, setOpened] = useState(false);
  const options = useOptions(wanted);
  const changes = usePendingChanges((event) => matters(filter, event));
  const focus = useReturnFocus();

  const items = query.data?.items ?? [];
  const index = items.findIndex((each) => each.id === state.gap);
  const openable = selected.filter((each) => each.state === 'open');

  const setFilter = (next: Filter) => {
    setSelected([]);
    setSearch((before) => writeFilter(before, next));
  };
  const open = (id: string) => {
    focus.remember();
    setOpened(true);
    change({ gap: id });
  };
  const close = () => {
    change({ gap: '' });
    focus.giveBack();
  };
  useEffect(() => {
    if (state.gap === '') {
      return undefined;
    }
    // heard before a dialog hears it and is gone: Escape closes one thing at a time
    const escape = (event: KeyboardEvent) => {
      const inside = event.target instanceof Element && event.target.closest('[aria-expanded="true"]');
      if (event.key === 'Escape' && !inside && !document.querySelector('[role="dialog"]')) {
        change({ gap: '' });
        focus.giveBack();
      }
    };
    document.addEventListener('keydown', escape, { capture: true });
    return () => {
      document.removeEventListener('keydown', escape, { capture: true });
    };
  }, [state.gap, change, focus]);

  const total = query.data?.total;
  const counter = query.data ? `(${total === undefined ? gaps.many : gaps.counted(total)})` : undefined;
  const columns = columnsFor(query.dataUpdatedAt, open);
  const sorting = state.sort.replace('-', '');
  const unfiltered = Object.keys(filter).every((name) => name === 'state');

  return (
    <Page
      title={gaps.title}
      description={gaps.description}
      contentType="table"
      panel={
        state.gap === ''
          ? undefined
          : {
              content: (
                <GapPanel
                  id={state.gap}
                  takeFocus={opened}
                  neighbours={{
                    previous: items[index - 1]?.id,
                    next: index < 0 ? undefined : items[index + 1]?.id,
                  }}
                  onOpen={(id) => {
                    change({ gap: id }, { replace: true });
                  }}
                />
              ),
              open: true,
              onToggle: close,
            }
      }
    >
      <SpaceBetween size="xs">
        {ignored.length > 0 && <Alert type="warning">{gaps.filter.ignored(ignored.join(', '))}</Alert>}
        <ChangesBar changes={changes} onRefresh={() => void query.refetch()} />
        <Table
          variant="container"
          stickyHeader
          resizableColumns
          enableKeyboardNavigation
          wrapLines={preferences.wrapLines}
          items={items}
          trackBy="id"
          loading={query.isFetching && items.length === 0}
          loadingText={texts.common.loading}
          columnDefinitions={columns}
          columnDisplay={display(preferences.columns)}
          selectionType="multi"
          selectedItems={selected}
          onSelectionChange={({ detail }) => {
            setSelected(detail.selectedItems);
          }}
          sortingColumn={{ sortingField: sorting }}
          sortingDescending={state.sort.startsWith('-')}
          onSortingChange={({ detail }) => {
            const field = `${detail.isDescending ? '-' : ''}${detail.sortingColumn.sortingField ?? ''}`;
            change({ sort: SORTS.find((each) => each === field) ?? '-severity', cursor: '', page: '' });
          }}
          ariaLabels={{
            tableLabel: gaps.table,
            selectionGroupLabel: gaps.table,
            allItemsSelectionLabel: () => gaps.selectAll,
            itemSelectionLabel: (_, gap) =>
              gaps.select(`${gap.title}, ${gap.subject.name ?? gap.subject.nativeId}`),
          }}
          header={
            <Header
              counter={counter}
              actions={
                <SpaceBetween direction="horizontal" size="xs">
                  <ExportMenu filter={filter} sort={state.sort} />
                  <PermittedButton
                    role="editor"
                    disabled={openable.length === 0}
                    onClick={() => {
                      setAcknowledging(true);
                    }}
                  >
                    {gaps.acknowledge.several(openable.length)}
                  </PermittedButton>
                </SpaceBetween>
              }
            >
              {gaps.table}
            </Header>
          }
          filter={
            <PropertyFilter
              query={toTokens(filter)}
              hideOperations
              disableFreeTextFiltering
              expandToViewport
              filteringPlaceholder={gaps.filter.placeholder}
              filteringAriaLabel={gaps.filter.label}
              filteringProperties={FILTERING_PROPERTIES}
              filteringOptions={[...FIXED_OPTIONS, ...options.options]}
              filteringStatusType={options.loading ? 'loading' : 'finished'}
              onLoadItems={({ detail }) => {
                setWanted(detail.filteringProperty?.key);
              }}
              onChange={({ detail }) => {
                setFilter(fromTokens(detail));
              }}
            />
          }
          pagination={
            <CursorPagination
              pages={pages}
              following={query.data?.next}
              label={gaps.other}
              disabled={query.isPlaceholderData}
            />
          }
          preferences={
            <CollectionPreferences
              title={gaps.preferences.title}
              confirmLabel={gaps.preferences.confirm}
              cancelLabel={texts.common.cancel}
              preferences={{
                pageSize: preferences.pageSize,
                wrapLines: preferences.wrapLines,
                contentDisplay: display(preferences.columns),
              }}
              pageSizePreference={{
                title: gaps.preferences.pageSize,
                options: PAGE_SIZES.map((value) => ({ value, label: gaps.counted(value) })),
              }}
              wrapLinesPreference={{ label: gaps.preferences.wrap, description: gaps.preferences.wrapHint }}
              contentDisplayPreference={{
                title: gaps.preferences.columns,
                options: columns.map(({ id }) => ({
                  id: id ?? '',
                  label: gaps.columns[id as keyof typeof gaps.columns],
                  alwaysVisible: id === 'title',
                })),
              }}
              onConfirm={({ detail }) => {
                prefer(detail);
                pages.first();
              }}
            />
          }
          empty={
            query.error && !query.data ? (
              <Failed error={query.error} retry={() => void query.refetch()} />
            ) : unfiltered ? (
              <Empty
                title={gaps.empty.none}
                action={<RouterLink href="/start">{gaps.empty.start}</RouterLink>}
              >
                {gaps.empty.noneHint}
              </Empty>
            ) : (
              <Empty
                title={gaps.empty.nothing}
                action={
                  <Button
                    onClick={() => {
                      setFilter({ state: UNRESOLVED });
                    }}
                  >
                    {gaps.filter.clear}
                  </Button>
                }
              >
                {gaps.empty.nothingHint}
              </Empty>
            )
          }
        />
      </SpaceBetween>
      {acknowledging && (
        <Acknowledge
          gaps={openable}
          onDone={() => {
            setSelected([]);
            changes.clear();
          }}
          onClose={() => {
            setAcknowledging(false);
          }}
        />
      )}
    </Page>
  );
}

import Button from '@cloudscape-design/components/button';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { Schema } from '../../api/types';
import { Choice } from '../../shared/Choice';
import { useCursorPages } from '../../shared/cursor-pages';
import { Find } from '../../shared/Find';
import { PagedTable } from '../../shared/PagedTable';
import { Empty } from '../../shared/PageState';
import { RouterLink } from '../../shared/RouterLink';
import { Time } from '../../shared/Time';
import { text, useUrlState, word } from '../../shared/url-state';
import { texts } from '../../texts';

const { catalog } = texts;
const { columns, filter } = catalog;
const PAGE = 50;

function NothingMatches({ onClear }: { onClear: () => void }) {
  return (
    <Empty title={filter.none} action={<Button onClick={onClear}>{filter.clear}</Button>}>
      {filter.noneHint}
    </Empty>
  );
}

const PROVIDERS = { aws: 'AWS', azure: 'Azure' };
const SERVICE_FILTERS = {
  q: text(),
  provider: word<'' | 'aws' | 'azure'>(['', 'aws', 'azure'], ''),
  class: word<'' | keyof typeof catalog.classes>(['', 'infrastructure', 'container', 'abstracted'], ''),
  model: word<'' | keyof typeof catalog.models>(['', 'iaas', 'paas', 'saas'], ''),
  cursor: text(),
  page: word(['1'], '1'),
};
const FROM_THE_START = { cursor: '', page: '1' } as const;

/** The service models in force. */
export function Services() {
  const [state, change] = useUrlState(SERVICE_FILTERS);
  const name = `services:${state.q}:${state.provider}:${state.class}:${state.model}`;
  const pages = useCursorPages(name);
  const query = useQuery({
    queryKey: ['catalog', 'services', name, pages.cursor],
    placeholderData: (before) => before,
    queryFn: () =>
      answer(
        api.GET('/api/catalog/service-models', {
          params: {
            query: {
              limit: PAGE,
              ...(pages.cursor && { cursor: pages.cursor }),
              ...(state.q && { q: state.q }),
              ...(state.provider && { provider: [state.provider] }),
              ...(state.class && { serviceClass: [state.class] }),
              ...(state.model && { deliveryModel: [state.model] }),
            },
          },
        }),
      ),
  });
  const set = (changed: Partial<typeof state>) => {
    change({ ...changed, ...FROM_THE_START }, { replace: true });
  };
  return (
    <PagedTable
      query={query}
      pages={pages}
      title={catalog.tabs.services}
      counted={catalog.services}
      trackBy={(item) => item.key}
      filters={
        <div className="filters">
          <Find
            label={filter.find}
            placeholder={filter.find}
            value={state.q}
            onChange={(q) => {
              set({ q });
            }}
          />
          <Choice
            label={filter.provider}
            any={filter.anyProvider}
            value={state.provider}
            words={PROVIDERS}
            onChange={(provider) => {
              set({ provider });
            }}
          />
          <Choice
            label={filter.serviceClass}
            any={filter.anyClass}
            value={state.class}
            words={catalog.classes}
            onChange={(value) => {
              set({ class: value });
            }}
          />
          <Choice
            label={filter.deliveryModel}
            any={filter.anyModel}
            value={state.model}
            words={catalog.models}
            onChange={(model) => {
              set({ model });
            }}
          />
        </div>
      }
      empty={
        <NothingMatches
          onClear={() => {
            set({ q: '', provider: '', class: '', model: '' });
          }}
        />
      }
      columnDefinitions={[
        {
          id: 'name',
          header: columns.service,
          isRowHeader: true,
          minWidth: 200,
          cell: (item) => <RouterLink href={`/catalog/${item.key}`}>{item.name}</RouterLink>,
        },
        { id: 'key', header: columns.key, cell: (item) => item.key },
        { id: 'class', header: columns.class, cell: (item) => catalog.classes[item.serviceClass] },
        { id: 'model', header: columns.model, cell: (item) => catalog.models[item.deliveryModel] },
        { id: 'version', header: columns.version, cell: (item) => item.version },
        { id: 'cells', header: columns.cells, cell: (item) => item.responsibilities },
        { id: 'checks', header: columns.checks, cell: (item) => item.checks },
        { id: 'types', header: columns.types, cell: (item) => item.resourceTypes.join(', '), minWidth: 340 },
        {
          id: 'published',
          header: columns.published,
          cell: (item) => <Time at={item.publishedAt} form="day" />,
        },
      ]}
    />
  );
}

const CONTROL_FILTERS = {
  q: text(),
  framework: text(),
  control: text(),
  cursor: text(),
  page: word(['1'], '1'),
};

/** The controls; one opens in the panel. */
export function Controls() {
  const [state, change] = useUrlState(CONTROL_FILTERS);
  const name = `controls:${state.q}:${state.framework}`;
  const pages = useCursorPages(name);
  const query = useQuery({
    queryKey: ['catalog', 'controls', name, pages.cursor],
    placeholderData: (before) => before,
    queryFn: () =>
      answer(
        api.GET('/api/catalog/controls', {
          params: {
            query: {
              limit: PAGE,
              ...(pages.cursor && { cursor: pages.cursor }),
              ...(state.q && { q: state.q }),
              ...(state.framework && { framework: [state.framework] }),
            },
          },
        }),
      ),
  });
  const set = (changed: Partial<typeof state>) => {
    change({ ...changed, ...FROM_THE_START }, { replace: true });
  };
  return (
    <PagedTable
      query={query}
      pages={pages}
      title={catalog.tabs.controls}
      counted={catalog.controls}
      trackBy={(item) => item.id}
      filters={
        <div className="filters">
          <Find
            label={filter.find}
            placeholder={filter.find}
            value={state.q}
            onChange={(q) => {
              set({ q });
            }}
          />
        </div>
      }
      empty={
        <NothingMatches
          onClear={() => {
            set({ q: '', framework: '' });
          }}
        />
      }
      columnDefinitions={[
        {
          id: 'title',
          header: columns.control,
          isRowHeader: true,
          cell: (item) => (
            <Button
              variant="inline-link"
              onClick={() => {
                change({ control: item.id });
              }}
            >
              {item.title}
            </Button>
          ),
        },
        { id: 'domain', header: columns.domain, cell: (item) => item.domain },
        { id: 'subject', header: columns.subject, cell: (item) => item.subjectKind },
        {
          id: 'mappings',
          header: columns.mappings,
          cell: (item) => [...new Set(item.mappings.map((mapping) => mapping.framework))].join(', '),
        },
      ]}
    />
  );
}

/** The frameworks, each with its matrix. */
export function Frameworks() {
  const pages = useCursorPages('frameworks');
  const query = useQuery({
    queryKey: ['catalog', 'frameworks', pages.cursor],
    placeholderData: (before) => before,
    queryFn: () =>
      answer(
        api.GET('/api/catalog/frameworks', {
          params: { query: { limit: PAGE, ...(pages.cursor && { cursor: pages.cursor }) } },
        }),
      ),
  });
  return (
    <PagedTable
      query={query}
      pages={pages}
      title={catalog.tabs.frameworks}
      counted={catalog.frameworks}
      trackBy={(item) => item.id}
      empty={<Empty title={filter.none} />}
      columnDefinitions={[
        {
          id: 'title',
          header: columns.framework,
          isRowHeader: true,
          cell: (item) => (
            <RouterLink href={`/matrix?framework=${encodeURIComponent(item.id)}`}>
              {item.title ?? item.id}
            </RouterLink>
          ),
        },
        { id: 'id', header: columns.key, cell: (item) => item.id },
        { id: 'version', header: columns.version, cell: (item) => item.version ?? '' },
        {
          id: 'requirements',
          header: columns.requirements,
          cell: (item) => texts.common.count(item.requirements),
        },
        {
          id: 'controls',
          header: columns.controls,
          cell: (item) => (
            <RouterLink href={`/catalog?tab=controls&framework=${encodeURIComponent(item.id)}`}>
              {texts.common.count(item.controls)}
            </RouterLink>
          ),
        },
        {
          id: 'complete',
          header: columns.complete,
          cell: (item) => (item.complete ? catalog.yes : catalog.no),
        },
      ]}
    />
  );
}

type DraftLine = Schema<'DraftPage'>['items'][number];

/** What is being written. */
export function Drafts() {
  const pages = useCursorPages('drafts');
  const query = useQuery({
    queryKey: ['catalog', 'drafts', pages.cursor],
    placeholderData: (before) => before,
    queryFn: () =>
      answer(
        api.GET('/api/catalog/drafts', {
          params: { query: { limit: PAGE, ...(pages.cursor && { cursor: pages.cursor }) } },
        }),
      ),
  });
  return (
    <PagedTable<DraftLine>
      query={query}
      pages={pages}
      title={catalog.tabs.drafts}
      counted={catalog.drafts}
      trackBy={(item) => item.key}
      empty={<Empty title={catalog.noDrafts}>{catalog.noDraftsHint}</Empty>}
      columnDefinitions={[
        {
          id: 'name',
          header: columns.service,
          isRowHeader: true,
          cell: (item) => <RouterLink href={`/catalog/${item.key}?tab=draft`}>{item.name}</RouterLink>,
        },
        { id: 'key', header: columns.key, cell: (item) => item.key },
        { id: 'version', header: columns.version, cell: (item) => item.version },
        {
          id: 'saved',
          header: columns.saved,
          cell: (item) => <Time at={item.savedAt} />,
        },
        { id: 'by', header: columns.savedBy, cell: (item) => item.savedBy },
      ]}
    />
  );
}

import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { Schema } from '../../api/types';
import { useCursorPages } from '../../shared/cursor-pages';
import { PagedTable } from '../../shared/PagedTable';
import { Empty } from '../../shared/PageState';
import { PlainTable } from '../../shared/PlainTable';
import { RouterLink } from '../../shared/RouterLink';
import { Time } from '../../shared/Time';
import { texts } from '../../texts';

type Line = Schema<'Coverage'>['items'][number];

const { coverage } = texts.administration;
const { count } = texts.common;
const PAGE = 50;
const QUIET_MS = 24 * 3600 * 1000;

function Sources({ line, now }: { line: Line; now: number }) {
  if (line.sources.length === 0) {
    return coverage.never;
  }
  return line.sources.map((source) => (
    <div key={source.source}>
      {source.source}: <Time at={source.lastHeardAt} form="relative" />
      {now - Date.parse(source.lastHeardAt) > QUIET_MS && (
        <>
          {' '}
          <StatusIndicator type="warning">{coverage.quiet}</StatusIndicator>
        </>
      )}
    </div>
  ));
}

/** What Demarc hears of: accounts with their sources, and types without a service model. */
export function CoverageTab() {
  const pages = useCursorPages('coverage');
  const query = useQuery({
    queryKey: ['coverage', pages.cursor],
    placeholderData: (before) => before,
    queryFn: () =>
      answer(
        api.GET('/api/coverage', {
          params: { query: { limit: PAGE, ...(pages.cursor && { cursor: pages.cursor }) } },
        }),
      ),
  });
  const now = query.dataUpdatedAt;
  return (
    <SpaceBetween size="l">
      <PagedTable
        query={query}
        pages={pages}
        title={coverage.accounts}
        counted={coverage.counted}
        trackBy={(line) => line.account.id}
        empty={
          <Empty title={coverage.none} action={<RouterLink href="/start">{coverage.toStart}</RouterLink>}>
            {coverage.noneHint}
          </Empty>
        }
        columnDefinitions={[
          {
            id: 'account',
            header: coverage.account,
            isRowHeader: true,
            cell: ({ account }) => (account.name ? `${account.name} (${account.account})` : account.account),
          },
          { id: 'phase', header: coverage.phase, cell: ({ account }) => coverage.phases[account.phase] },
          { id: 'heard', header: coverage.lastHeard, cell: (line) => <Sources line={line} now={now} /> },
          {
            id: 'resources',
            header: coverage.resources,
            cell: (line) => (
              <RouterLink href={`/resources?account=${line.account.account}`}>
                {count(line.resources)}
              </RouterLink>
            ),
          },
          { id: 'unmodelled', header: coverage.unmodelled, cell: (line) => count(line.unmodelled) },
        ]}
      />
      {query.data && query.data.types.length > 0 && (
        <Container header={<Header variant="h2">{coverage.types}</Header>}>
          <PlainTable
            caption={coverage.types}
            head={[coverage.type, coverage.model, coverage.resources]}
            rows={[...query.data.types]
              .sort((a, b) => Number(a.modelled) - Number(b.modelled) || b.resources - a.resources)
              .map((type) => [
                type.type,
                type.serviceModel ? (
                  <RouterLink key="model" href={`/catalog/${type.serviceModel}`}>
                    {type.serviceModel}
                  </RouterLink>
                ) : (
                  <StatusIndicator key="model" type="warning">
                    {coverage.noModel}
                  </StatusIndicator>
                ),
                count(type.resources),
              ])}
          />
        </Container>
      )}
    </SpaceBetween>
  );
}

import Box from '@cloudscape-design/components/box';
import type { ReactNode } from 'react';
import { useCursorPages } from '../../shared/cursor-pages';
import { PagedTable } from '../../shared/PagedTable';
import { RouterLink } from '../../shared/RouterLink';
import { Time } from '../../shared/Time';
import { texts } from '../../texts';
import { type ResourceFilter, useResources } from './data';

const { resources, common } = texts;
const { columns } = resources;

/** Resources that match a filter, page by page. */
export function ResourceTable({
  title,
  filter,
  filters,
  empty,
}: {
  title: string;
  filter: ResourceFilter;
  filters?: ReactNode;
  empty: ReactNode;
}) {
  const pages = useCursorPages(`resources:${JSON.stringify(filter)}`);
  const query = useResources(filter, pages.cursor);
  return (
    <PagedTable
      query={query}
      pages={pages}
      title={title}
      counted={resources.counted}
      trackBy={(item) => item.subject.id}
      filters={filters}
      empty={empty}
      columnDefinitions={[
        {
          id: 'name',
          header: columns.name,
          isRowHeader: true,
          minWidth: 200,
          cell: ({ subject }) => (
            <RouterLink href={`/resources/${subject.id}`}>{subject.name ?? subject.nativeId}</RouterLink>
          ),
        },
        { id: 'type', header: columns.type, minWidth: 200, cell: ({ subject }) => subject.type },
        {
          id: 'gaps',
          header: columns.gaps,
          cell: ({ gaps, subject }) =>
            gaps > 0 ? <RouterLink href={`/gaps?subject=${subject.id}`}>{common.count(gaps)}</RouterLink> : 0,
        },
        {
          id: 'workload',
          header: columns.workload,
          cell: ({ workload }) =>
            workload ? (
              <RouterLink href={`/workloads/${workload}`}>{workload}</RouterLink>
            ) : (
              resources.noWorkload
            ),
        },
        { id: 'owner', header: columns.owner, cell: ({ ownerTeam }) => ownerTeam ?? resources.nobody },
        {
          id: 'place',
          header: columns.account,
          minWidth: 130,
          cell: ({ subject }) => (
            <>
              {subject.account}
              <Box variant="small" display="block">
                {subject.region}
              </Box>
            </>
          ),
        },
        {
          id: 'model',
          header: columns.model,
          minWidth: 130,
          cell: ({ serviceModel }) =>
            serviceModel ? (
              <RouterLink href={`/catalog/${serviceModel.key}`}>{serviceModel.key}</RouterLink>
            ) : (
              resources.noModel
            ),
        },
        {
          id: 'heard',
          header: columns.heard,
          minWidth: 130,
          cell: ({ capturedAt }) => <Time at={capturedAt} form="relative" />,
        },
      ]}
    />
  );
}

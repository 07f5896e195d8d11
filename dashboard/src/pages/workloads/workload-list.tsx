import { useNavigate } from 'react-router-dom';
import { useCursorPages } from '../../shared/cursor-pages';
import { PagedTable } from '../../shared/PagedTable';
import { Empty } from '../../shared/PageState';
import { PermittedButton } from '../../shared/Permitted';
import { RouterLink } from '../../shared/RouterLink';
import { texts } from '../../texts';
import { usePostures, useWorkloads } from './data';
import { PostureOf } from './posture';
import { selectorText } from './selector';
import { WorkloadForm } from './workload-form';

const { workloads, common } = texts;

/** The workloads, who answers for them, and how much is done. */
export function WorkloadList({ adding, onAdding }: { adding: boolean; onAdding: (open: boolean) => void }) {
  const pages = useCursorPages('workloads');
  const query = useWorkloads(pages.cursor);
  const postures = usePostures();
  const navigate = useNavigate();
  const toNobody = postures.data?.has(undefined);
  const columns = workloads.columns;
  return (
    <>
      <PagedTable
        query={query}
        pages={pages}
        title={workloads.tabs.workloads}
        counted={workloads.counted}
        trackBy={(item) => item.id}
        actions={
          <PermittedButton
            role="editor"
            variant="primary"
            onClick={() => {
              onAdding(true);
            }}
          >
            {workloads.add}
          </PermittedButton>
        }
        filters={
          toNobody && (
            <div>
              <RouterLink href="/resources?workload=none">{workloads.belongsToNone}</RouterLink>:{' '}
              <PostureOf postures={postures} workload={undefined} />
            </div>
          )
        }
        empty={<Empty title={workloads.none}>{workloads.noneHint}</Empty>}
        columnDefinitions={[
          {
            id: 'name',
            header: columns.name,
            isRowHeader: true,
            minWidth: 160,
            cell: (item) => <RouterLink href={`/workloads/${item.id}`}>{item.name}</RouterLink>,
          },
          {
            id: 'posture',
            header: columns.posture,
            minWidth: 200,
            cell: (item) => <PostureOf postures={postures} workload={item.id} />,
          },
          { id: 'owner', header: columns.owner, cell: (item) => item.ownerTeam },
          { id: 'environment', header: columns.environment, cell: (item) => item.environment ?? '' },
          {
            id: 'criticality',
            header: columns.criticality,
            cell: (item) => item.criticality && common.severities[item.criticality],
          },
          { id: 'data', header: columns.data, cell: (item) => item.dataClassification ?? '' },
          {
            id: 'selector',
            header: columns.selector,
            minWidth: 200,
            cell: (item) => selectorText(item.selector),
          },
        ]}
      />
      {adding && (
        <WorkloadForm
          onSaved={(id) => {
            void navigate(`/workloads/${id}`);
          }}
          onClose={() => {
            onAdding(false);
          }}
        />
      )}
    </>
  );
}

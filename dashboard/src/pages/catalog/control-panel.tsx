import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import SplitPanel from '@cloudscape-design/components/split-panel';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { Schema } from '../../api/types';
import { CategoryLabel } from '../../shared/badges';
import { FrameworkIds } from '../../shared/FrameworkIds';
import { Await } from '../../shared/PageState';
import { PlainTable } from '../../shared/PlainTable';
import { RouterLink } from '../../shared/RouterLink';
import { texts } from '../../texts';

const { catalog, cell, common } = texts;

function byFramework(mappings: Schema<'ControlDetail'>['control']['mappings']): Record<string, string[]> {
  const ids: Record<string, string[]> = {};
  for (const { framework, requirement } of mappings) {
    (ids[framework] ??= []).push(requirement);
  }
  return ids;
}

/** A control, and who owns it in each service. */
export function ControlPanel({ id }: { id: string }) {
  const query = useQuery({
    queryKey: ['catalog', 'control', id],
    queryFn: () => answer(api.GET('/api/catalog/controls/{id}', { params: { path: { id } } })),
  });
  return (
    <SplitPanel header={query.data?.control.title ?? id} hidePreferencesButton>
      <Await query={query}>
        {({ control, cells }) => (
          <SpaceBetween size="l">
            <Box>{control.description}</Box>
            <PlainTable
              caption={catalog.controlPanel.owners}
              head={[
                catalog.columns.service,
                cell.owner,
                cell.providerPart,
                cell.customerPart,
                catalog.columns.checks,
              ]}
              rows={cells.map((each) => [
                <RouterLink key="service" href={`/catalog/${each.serviceModel}?control=${id}`}>
                  {each.serviceModel}
                </RouterLink>,
                <CategoryLabel key="owner" category={each.category} />,
                each.provided ?? '',
                each.responsibility ?? '',
                common.count(each.checks),
              ])}
            />
            <KeyValuePairs
              items={[
                {
                  label: catalog.controlPanel.mappings,
                  value: <FrameworkIds frameworks={byFramework(control.mappings)} />,
                },
              ]}
            />
          </SpaceBetween>
        )}
      </Await>
    </SplitPanel>
  );
}

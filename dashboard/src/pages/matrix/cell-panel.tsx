import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import SplitPanel from '@cloudscape-design/components/split-panel';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import { CellDetails } from '../../shared/CellDetails';
import { Await, Empty, Failed } from '../../shared/PageState';
import { RouterLink } from '../../shared/RouterLink';
import { texts } from '../../texts';
import { cellKey, useDone } from './data';

const { panel } = texts.matrix;

function useModel(key: string) {
  const [provider = '', service = ''] = key.split('/');
  return useQuery({
    queryKey: ['catalog', 'model', provider, service, 'matrix'],
    queryFn: () =>
      answer(
        api.GET('/api/catalog/service-models/{provider}/{service}', {
          params: { path: { provider, service } },
        }),
      ),
  });
}

/** One cell: both parts, checks, who says so, and how much is done on what runs. */
export function CellPanel({ service, control }: { service: string; control: string }) {
  const query = useModel(service);
  const done = useDone();
  const counts = done.data?.get(cellKey(service, control));
  const model = query.data?.model;
  const named = model?.controls.find((each) => each.id === control);
  const types = model?.resourceTypes.map(encodeURIComponent).join(',') ?? '';
  return (
    <SplitPanel header={`${named?.title ?? control} · ${model?.name ?? service}`} hidePreferencesButton>
      <Await query={query} loading={panel.loading}>
        {(found) => {
          const cell = found.model.responsibilities.find((each) => each.control === control);
          const { satisfied = 0, 'not-satisfied': missing = 0, unknown = 0 } = counts?.customer ?? {};
          return (
            <SpaceBetween size="l">
              {named && <Box color="text-body-secondary">{named.description}</Box>}
              {done.error && !done.data && (
                <Failed
                  error={done.error}
                  title={texts.matrix.doneUnknown}
                  retry={() => void done.refetch()}
                />
              )}
              {counts && (
                <Box>
                  {panel.done}: {panel.doneText(satisfied, missing, unknown)}.{' '}
                  <RouterLink href={`/gaps?control=${control}&type=${types}`}>{panel.gaps}</RouterLink>
                </Box>
              )}
              {cell ? <CellDetails responsibility={cell} /> : <Empty title={panel.missing} />}
              <RouterLink href={`/catalog/${service}?control=${control}`}>{panel.service}</RouterLink>
            </SpaceBetween>
          );
        }}
      </Await>
    </SplitPanel>
  );
}

import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { Await } from '../../shared/PageState';
import { RouterLink } from '../../shared/RouterLink';
import { texts } from '../../texts';
import { type ModelKey, useModel, useRun } from './data';

const { run } = texts.catalog;

/** How far the re-assessment by a version is, until it is over. */
export function RunProgress({ model, version }: { model: ModelKey; version: number }) {
  const query = useRun(`model-${model.provider}-${model.service}-${String(version)}`);
  const types = useModel(model, version).data?.model.resourceTypes ?? [];
  return (
    <SpaceBetween size="xs">
      <Await query={query} loading={run.waiting}>
        {(found) => {
          if (found === null) {
            return <ProgressBar label={run.title(version)} value={0} description={run.waiting} />;
          }
          const { total, done, asked = 0, judged = 0, state } = found;
          const whole = total === 0 ? 1 : total + asked;
          const value = state === 'running' ? (100 * (done + judged)) / whole : 100;
          return (
            <ProgressBar
              label={run.title(version)}
              value={value}
              status={state === 'running' ? 'in-progress' : 'success'}
              description={run.running(done, total)}
              additionalInfo={run.judged(judged, asked)}
              resultText={state === 'superseded' ? run.superseded : run.completed(judged)}
            />
          );
        }}
      </Await>
      <RouterLink href={`/gaps?type=${types.map(encodeURIComponent).join(',')}`}>{run.gaps}</RouterLink>
    </SpaceBetween>
  );
}

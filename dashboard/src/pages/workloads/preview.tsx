import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useState } from 'react';
import { Loading } from '../../shared/PageState';
import { PlainTable } from '../../shared/PlainTable';
import { problemText } from '../../shared/problem-text';
import { texts } from '../../texts';
import { usePreview, type WorkloadInput } from './data';
import { saysSomething } from './form-fields';

const { preview } = texts.workloads;
const TYPING_MS = 400;
const MOST_ROWS = 10;

/** The value as it was when it last rested. */
function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setRested(JSON.parse(text) as T);
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return rested;
}

/** Which resources the selector that is being written matches, and whose they are now. */
export function Preview({ id, selector }: { id: string | undefined; selector: WorkloadInput['selector'] }) {
  const rested = useRested(selector);
  const enabled = saysSomething(rested);
  const query = usePreview(id, rested, enabled);
  if (!enabled) {
    return <Box color="text-body-secondary">{preview.empty}</Box>;
  }
  if (query.error) {
    return (
      <Alert type="warning" header={preview.failed}>
        {problemText(query.error)}
      </Alert>
    );
  }
  if (!query.data) {
    return <Loading />;
  }
  const { total, examined, complete, items, workloads } = query.data;
  return (
    <SpaceBetween size="xs">
      <LiveRegion>
        <StatusIndicator type={total > 0 ? 'success' : 'warning'}>
          {preview.matches(total, examined)}
        </StatusIndicator>
      </LiveRegion>
      {!complete && <Box color="text-status-warning">{preview.incomplete}</Box>}
      <ul className="bare-list">
        {workloads
          .filter((each) => each.workload !== id)
          .map((each) => (
            <li key={each.workload ?? ''}>
              {each.workload ? preview.stay(each.count, each.workload) : preview.free(each.count)}
            </li>
          ))}
      </ul>
      {items.length > 0 && (
        <PlainTable
          caption={preview.first}
          head={[preview.resource, preview.now, preview.would]}
          rows={items
            .slice(0, MOST_ROWS)
            .map((item) => [
              `${item.subject.name ?? item.subject.nativeId} (${item.subject.type})`,
              item.workload ?? preview.none,
              item.belongs ? preview.belongs : preview.notBelong,
            ])}
        />
      )}
    </SpaceBetween>
  );
}

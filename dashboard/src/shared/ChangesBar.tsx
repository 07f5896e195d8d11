import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { PendingChanges } from '../live';
import { texts } from '../texts';

/** "3 changed: refresh". Takes its place whether or not there is something to say, so that nothing moves. */
export function ChangesBar({ changes, onRefresh }: { changes: PendingChanges; onRefresh: () => void }) {
  const there = changes.count > 0 || changes.missed;
  return (
    <div className="changes-bar no-print">
      <LiveRegion>
        {there && (
          <StatusIndicator type={changes.missed ? 'warning' : 'info'}>
            {changes.missed ? texts.common.missedChanges : texts.common.changed(changes.count)}
          </StatusIndicator>
        )}
      </LiveRegion>
      {there && (
        <Button
          variant="inline-link"
          onClick={() => {
            changes.clear();
            onRefresh();
          }}
        >
          {texts.common.refresh}
        </Button>
      )}
    </div>
  );
}

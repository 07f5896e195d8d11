import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { texts } from '../../texts';
import type { Counts, usePostures } from './data';

const { posture } = texts.workloads;

/** What is done in a workload (undefined: in what belongs to none), or that it is not known yet or at all. */
export function PostureOf({
  postures,
  workload,
}: {
  postures: ReturnType<typeof usePostures>;
  workload: string | undefined;
}) {
  if (postures.data) {
    return <PostureBar counts={postures.data.get(workload)} />;
  }
  return postures.error ? (
    <StatusIndicator type="error">{posture.unreadable}</StatusIndicator>
  ) : (
    <span data-loading="true">…</span>
  );
}

/** How much of the customer's part is done: a bar and the words. */
function PostureBar({ counts }: { counts: Counts | undefined }) {
  const { satisfied = 0, 'not-satisfied': missing = 0, unknown = 0 } = counts?.customer ?? {};
  const total = satisfied + missing + unknown;
  if (total === 0) {
    return posture.nothing;
  }
  return (
    <div className="posture">
      <div className="shares" aria-hidden="true">
        <span className="share share-satisfied" style={{ flexGrow: satisfied }} />
        <span className="share share-not-satisfied" style={{ flexGrow: missing }} />
        <span className="share share-unknown" style={{ flexGrow: unknown }} />
      </div>
      {posture.done(satisfied, total)}
      {unknown > 0 && `, ${posture.unknown(unknown)}`}
    </div>
  );
}

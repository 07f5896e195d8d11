import { texts } from '../../texts';
import type { Counts } from './data';

const { posture } = texts.workloads;

/** How much of the customer's part is done: a bar and the words. */
export function PostureBar({ counts }: { counts: Counts | undefined }) {
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

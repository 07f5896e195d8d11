import { ProblemError } from '../api/problem';
import { texts } from '../texts';

/** What went wrong, in the words of the answer. */
export function problemText(error: unknown): string {
  if (!(error instanceof ProblemError)) {
    return error instanceof Error ? error.message : String(error);
  }
  if (error.status === 0) {
    return texts.common.problem.unreachable;
  }
  if (error.isOfAnotherSession) {
    return texts.common.problem.otherSession;
  }
  const { detail, title, field, value, expected } = error.problem;
  const what = detail ?? title;
  if (field && expected && !what.includes(expected)) {
    return `${what}. ${texts.common.problem.field(field, JSON.stringify(value ?? null), expected)}`;
  }
  return what;
}

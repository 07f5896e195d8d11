import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import { ProblemError } from '../api/problem';
import { texts } from '../texts';
import { problemText } from './problem-text';

/** Says that something is on its way; tests wait until no element has data-loading any more. */
export function Loading({ what = texts.common.loading }: { what?: string }) {
  return (
    <div data-loading="true">
      <Box padding="l" textAlign="center" color="text-status-inactive">
        <StatusIndicator type="loading">{what}</StatusIndicator>
      </Box>
    </div>
  );
}

/** Nothing is there, and what to do about it. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <Box padding={{ vertical: 'l' }} textAlign="center">
      <SpaceBetween size="s">
        <Box variant="strong">{title}</Box>
        {children && <Box color="text-body-secondary">{children}</Box>}
        {action}
      </SpaceBetween>
    </Box>
  );
}

/**
 * Why something is not there or was not done, with a way to try again; a lacking permission says so, and so does a change
 * that somebody else was quicker with, where what they wrote can be read.
 */
export function Failed({
  error,
  retry,
  readTheirs,
  title,
}: {
  error: unknown;
  retry?: () => void;
  readTheirs?: (() => void) | undefined;
  title?: string;
}) {
  const forbidden = error instanceof ProblemError && error.status === 403 && !error.isOfAnotherSession;
  const heading = forbidden ? texts.common.problem.noPermission : (title ?? texts.common.problem.title);
  if (readTheirs && error instanceof ProblemError && error.status === 412) {
    const { stale } = texts.common.problem;
    return (
      <Alert
        type="warning"
        header={stale.title}
        action={<Button onClick={readTheirs}>{stale.readTheirs}</Button>}
      >
        {stale.hint}
      </Alert>
    );
  }
  return (
    <Alert
      type={forbidden ? 'info' : 'error'}
      header={heading}
      action={!forbidden && retry && <Button onClick={retry}>{texts.common.retry}</Button>}
    >
      {forbidden ? texts.common.problem.noPermissionHint : problemText(error)}
    </Alert>
  );
}

interface QueryLike<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

/** What a query read, or why it is not there yet or at all; what was read before stays while it is read again. */
export function Await<T>({
  query,
  children,
  loading,
}: {
  query: QueryLike<T>;
  children: (data: T) => ReactNode;
  loading?: string;
}) {
  if (query.data !== undefined) {
    return <>{children(query.data)}</>;
  }
  if (query.error) {
    return <Failed error={query.error} retry={() => void query.refetch()} />;
  }
  return loading ? <Loading what={loading} /> : <Loading />;
}

import Box from '@cloudscape-design/components/box';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import { ProblemError } from '../../api/problem';
import { useMay } from '../../api/session';
import type { Schema } from '../../api/types';
import { useLiveStatus } from '../../live';
import { Await, Failed, Loading } from '../../shared/PageState';
import { RouterLink } from '../../shared/RouterLink';
import { texts } from '../../texts';

type State = Schema<'Health'>;

const { health } = texts.administration;
const { live } = texts.shell;
const POLL_MS = 5_000;
const MOST_ENDPOINTS = 200;

/** The answer has a body of its own where something is down. */
async function readHealth(): Promise<State> {
  const response = await fetch('/api/health', { credentials: 'same-origin' });
  if (response.ok || response.status === 503) {
    return (await response.json()) as State;
  }
  throw await ProblemError.of(response);
}

/** Whether each service is up, whether changes are announced, and what needs somebody. */
export function HealthTab() {
  const query = useQuery({
    queryKey: ['health'],
    queryFn: readHealth,
    refetchInterval: POLL_MS,
    staleTime: 0,
  });
  const status = useLiveStatus();
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{health.title}</Header>}>
        <Await query={query}>
          {(found) => (
            <SpaceBetween size="m">
              <StatusIndicator type={found.status === 'up' ? 'success' : 'error'}>
                {found.status === 'up' ? health.all : health.some}
              </StatusIndicator>
              <KeyValuePairs
                columns={4}
                items={[
                  ...Object.entries(found.services).map(([name, up]) => ({
                    label: health.service[name] ?? name,
                    value: (
                      <StatusIndicator type={up === 'up' ? 'success' : 'error'}>
                        {up === 'up' ? health.up : health.down}
                      </StatusIndicator>
                    ),
                  })),
                  {
                    label: health.live,
                    value: (
                      <StatusIndicator type={status === 'live' ? 'success' : 'warning'}>
                        {live[status]}
                      </StatusIndicator>
                    ),
                  },
                ]}
              />
            </SpaceBetween>
          )}
        </Await>
      </Container>
      <Attention />
    </SpaceBetween>
  );
}

function useWaitingLetters(enabled: boolean) {
  return useQuery({
    queryKey: ['dead-letters', 'waiting'],
    enabled,
    queryFn: async () => {
      const params = { params: { query: { state: ['waiting' as const], limit: 1 } } };
      const [assessment, notification] = await Promise.all([
        answer(api.GET('/api/dead-letters/assessment', params)),
        answer(api.GET('/api/dead-letters/notification', params)),
      ]);
      return { assessment: assessment.total ?? 0, notification: notification.total ?? 0 };
    },
  });
}

/** Dead letters, endpoints and deliveries that somebody should look at. */
function Attention() {
  const editor = useMay('editor');
  const letters = useWaitingLetters(editor);
  const endpoints = useQuery({
    queryKey: ['notifications', 'endpoints', 'health'],
    queryFn: () =>
      answer(api.GET('/api/notifications/endpoints', { params: { query: { limit: MOST_ENDPOINTS } } })),
    select: (page) => page.items.filter((each) => !each.enabled || each.failingSince !== undefined).length,
  });
  const failed = useQuery({
    queryKey: ['notifications', 'deliveries', 'failed'],
    queryFn: () =>
      answer(
        api.GET('/api/notifications/deliveries', { params: { query: { state: ['failed'], limit: 1 } } }),
      ),
    select: (page) => ({ count: page.total ?? null }),
  });
  const asked = [endpoints, failed, ...(editor ? [letters] : [])];
  const broken = asked.find((query) => query.error && query.data === undefined);
  if (broken) {
    return (
      <Container header={<Header variant="h2">{health.attention}</Header>}>
        <Failed
          error={broken.error}
          retry={() => {
            asked.forEach((query) => void query.refetch());
          }}
        />
      </Container>
    );
  }
  const failedOnes = failed.data ? failed.data.count : 0;
  const lines = [
    ...(['assessment', 'notification'] as const).map((of) => ({
      href: `/administration?tab=dead-letters&of=${of}&state=waiting`,
      count: letters.data?.[of] ?? 0,
      text: `${texts.administration.letters.of[of]}: ${health.waitingLetters(letters.data?.[of] ?? 0)}`,
    })),
    {
      href: '/notifications?tab=endpoints',
      count: endpoints.data,
      text: health.failingEndpoints(endpoints.data ?? 0),
    },
    {
      href: '/notifications?tab=deliveries&state=failed',
      count: failedOnes,
      text: health.failedDeliveries(failedOnes),
    },
  ].filter((line) => line.count !== 0);
  return (
    <Container header={<Header variant="h2">{health.attention}</Header>}>
      {asked.some((query) => query.isPending) ? (
        <Loading />
      ) : lines.length === 0 ? (
        <Box>{health.nothing}</Box>
      ) : (
        <ColumnLayout columns={1}>
          {lines.map((line) => (
            <StatusIndicator key={line.href} type="warning">
              <RouterLink href={line.href}>{line.text}</RouterLink>
            </StatusIndicator>
          ))}
        </ColumnLayout>
      )}
      {!editor && (
        <Box variant="small" color="text-body-secondary">
          {health.lettersNotYours}
        </Box>
      )}
    </Container>
  );
}

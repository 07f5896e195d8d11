import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import { Code } from '../../shared/Code';
import { Await } from '../../shared/PageState';
import { texts } from '../../texts';
import type { Endpoint } from './data';

const { test } = texts.notifications;

/** Sends a test message, once for each time that this is opened, and shows what came back. */
export function TestSend({
  endpoint,
  opened,
  onClose,
}: {
  endpoint: Endpoint;
  opened: string;
  onClose: () => void;
}) {
  const query = useQuery({
    queryKey: ['notifications', 'test', endpoint.id, opened],
    queryFn: () =>
      answer(api.POST('/api/notifications/endpoints/{id}/test', { params: { path: { id: endpoint.id } } })),
    staleTime: Infinity,
    retry: false,
  });
  return (
    <Modal visible header={test.title(endpoint.name)} onDismiss={onClose}>
      <Await query={query} loading={test.sending}>
        {(attempt) => (
          <SpaceBetween size="m">
            <StatusIndicator type={attempt.delivered ? 'success' : 'error'}>
              {attempt.delivered ? test.delivered : test.failed}
            </StatusIndicator>
            <KeyValuePairs
              columns={2}
              items={[
                { label: test.status, value: attempt.status ?? texts.common.none },
                { label: test.took, value: test.ms(attempt.durationMs) },
              ]}
            />
            {attempt.error && (
              <KeyValuePairs columns={1} items={[{ label: test.error, value: attempt.error }]} />
            )}
            {attempt.response && <Code label={test.response}>{attempt.response}</Code>}
          </SpaceBetween>
        )}
      </Await>
    </Modal>
  );
}

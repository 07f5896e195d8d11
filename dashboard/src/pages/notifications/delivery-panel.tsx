import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import SplitPanel from '@cloudscape-design/components/split-panel';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { Code } from '../../shared/Code';
import { Await } from '../../shared/PageState';
import { PermittedButton } from '../../shared/Permitted';
import { PlainTable } from '../../shared/PlainTable';
import { Time } from '../../shared/Time';
import { texts } from '../../texts';
import { useDelivery } from './data';
import { DeliveryIndicator, useReplay } from './deliveries';

const { deliveries: words, test, types } = texts.notifications;

/** One delivery: what is sent, each attempt, and sending it again. */
export function DeliveryPanel({ id }: { id: string }) {
  const query = useDelivery(id);
  const replay = useReplay();
  return (
    <SplitPanel header={query.data ? types[query.data.delivery.type] : id} hidePreferencesButton>
      <Await query={query}>
        {({ delivery, body, attempts }) => (
          <SpaceBetween size="l">
            <SpaceBetween direction="horizontal" size="l" alignItems="center">
              <DeliveryIndicator state={delivery.state} />
              <PermittedButton role="editor" onClick={() => void replay([id])}>
                {words.replay}
              </PermittedButton>
            </SpaceBetween>
            {attempts.length > 0 ? (
              <PlainTable
                caption={words.tries}
                head={[words.when, words.result, test.status, words.duration, test.error]}
                rows={attempts.map((attempt) => [
                  <Time key="at" at={attempt.at} />,
                  <StatusIndicator key="result" type={attempt.delivered ? 'success' : 'error'}>
                    {attempt.delivered ? test.delivered : test.failed}
                  </StatusIndicator>,
                  attempt.status ?? '',
                  test.ms(attempt.durationMs),
                  attempt.error ?? attempt.response ?? '',
                ])}
              />
            ) : (
              <Box>{words.noTries}</Box>
            )}
            <KeyValuePairs
              columns={1}
              items={[
                {
                  label: words.webhookId,
                  value: <Code label={words.webhookId}>{delivery.webhookId}</Code>,
                },
                { label: words.body, value: <Code label={words.body}>{JSON.stringify(body, null, 2)}</Code> },
              ]}
            />
          </SpaceBetween>
        )}
      </Await>
    </SplitPanel>
  );
}

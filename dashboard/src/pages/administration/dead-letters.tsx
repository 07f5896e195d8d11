import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import SplitPanel from '@cloudscape-design/components/split-panel';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAnnouncements } from '../../shared/Announcements';
import { Choice } from '../../shared/Choice';
import { Code } from '../../shared/Code';
import { Confirm } from '../../shared/Confirm';
import { useCursorPages } from '../../shared/cursor-pages';
import { PagedTable } from '../../shared/PagedTable';
import { Await, Empty } from '../../shared/PageState';
import { Time } from '../../shared/Time';
import { texts } from '../../texts';
import {
  type LetterState,
  type Of,
  purgeLetter,
  replayLetter,
  useLetter,
  useLetters,
} from './dead-letters-data';

const { letters } = texts.administration;
const { count } = texts.common;

/** The record's value: JSON indented, everything else as it is. */
export function readable(value: string): string {
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}

function State({ state }: { state: LetterState }) {
  return (
    <StatusIndicator type={state === 'waiting' ? 'warning' : 'success'}>
      {letters.states[state]}
    </StatusIndicator>
  );
}

/** What a service could not process. */
export function DeadLettersTab({
  of,
  state,
  onFilter,
  onOpen,
}: {
  of: Of;
  state: '' | LetterState;
  onFilter: (change: { of?: Of; state?: '' | LetterState }) => void;
  onOpen: (id: string) => void;
}) {
  const pages = useCursorPages(`letters:${of}:${state}`);
  const query = useLetters(of, state, pages.cursor);
  return (
    <SpaceBetween size="m">
      <Box color="text-body-secondary">{letters.intro}</Box>
      <PagedTable
        query={query}
        pages={pages}
        title={letters.title}
        counted={letters.counted}
        trackBy={(item) => item.id}
        filters={
          <div className="filters">
            <SegmentedControl
              label={letters.which}
              selectedId={of}
              options={[
                { id: 'assessment', text: letters.of.assessment },
                { id: 'notification', text: letters.of.notification },
              ]}
              onChange={({ detail }) => {
                onFilter({ of: detail.selectedId as Of });
              }}
            />
            <Choice
              label={letters.state}
              any={letters.anyState}
              value={state}
              words={letters.states}
              onChange={(chosen) => {
                onFilter({ state: chosen });
              }}
            />
          </div>
        }
        empty={<Empty title={letters.none} />}
        columnDefinitions={[
          {
            id: 'reason',
            header: letters.reason,
            minWidth: 220,
            isRowHeader: true,
            cell: (item) => (
              <Button
                variant="inline-link"
                ariaLabel={`${item.reason}: ${letters.open(item.id)}`}
                onClick={() => {
                  onOpen(item.id);
                }}
              >
                {item.reason}
              </Button>
            ),
          },
          { id: 'field', header: letters.field, cell: (item) => item.field ?? '' },
          { id: 'state', header: letters.state, minWidth: 130, cell: (item) => <State state={item.state} /> },
          { id: 'topic', header: letters.topic, cell: (item) => item.topic },
          {
            id: 'place',
            header: letters.place,
            cell: (item) => `${String(item.partition)} · ${count(item.offset)}`,
          },
          { id: 'bytes', header: letters.bytes, cell: (item) => count(item.bytes) },
          { id: 'at', header: letters.at, minWidth: 170, cell: (item) => <Time at={item.at} /> },
        ]}
      />
    </SpaceBetween>
  );
}

/** One record, with what was wrong in it. */
export function DeadLetterPanel({ of, id, onGone }: { of: Of; id: string; onGone: () => void }) {
  const client = useQueryClient();
  const announcements = useAnnouncements();
  const query = useLetter(of, id);
  const [purging, setPurging] = useState(false);
  const reload = () => client.invalidateQueries({ queryKey: ['dead-letters'] });
  const replay = async () => {
    try {
      await replayLetter(of, id);
      announcements.done(letters.replayed);
    } catch (error) {
      announcements.failed(letters.notReplayed, error);
    }
    await reload();
  };
  return (
    <SplitPanel header={`${letters.id} ${id}`} hidePreferencesButton>
      <Await query={query}>
        {({ deadLetter, headers, encoding, value }) => (
          <SpaceBetween size="l">
            <SpaceBetween direction="horizontal" size="s" alignItems="center">
              <State state={deadLetter.state} />
              <Button onClick={() => void replay()}>{letters.replay}</Button>
              <Button
                onClick={() => {
                  setPurging(true);
                }}
              >
                {letters.purge}
              </Button>
            </SpaceBetween>
            <KeyValuePairs
              columns={2}
              items={[
                { label: letters.reason, value: deadLetter.reason },
                { label: letters.field, value: deadLetter.field ?? texts.common.none },
              ]}
            />
            <div>
              <Box variant="awsui-key-label">{encoding === 'base64' ? letters.base64 : letters.value}</Box>
              <Code label={letters.value}>{encoding === 'base64' ? value : readable(value)}</Code>
            </div>
            <div>
              <Box variant="awsui-key-label">{letters.headers}</Box>
              <Code label={letters.headers}>
                {Object.entries(headers)
                  .map(([name, text]) => `${name}: ${text}`)
                  .join('\n')}
              </Code>
            </div>
          </SpaceBetween>
        )}
      </Await>
      {purging && (
        <Confirm
          title={letters.purgeTitle}
          action={letters.purge}
          onConfirm={async () => {
            await purgeLetter(of, id);
            announcements.done(letters.purged);
            onGone();
            await reload();
          }}
          onClose={() => {
            setPurging(false);
          }}
        >
          <Box>{letters.purgeText}</Box>
        </Confirm>
      )}
    </SplitPanel>
  );
}

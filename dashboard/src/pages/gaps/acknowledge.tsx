import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Textarea from '@cloudscape-design/components/textarea';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../../api/client';
import type { Gap, Schema } from '../../api/types';
import { useAnnouncements } from '../../shared/Announcements';
import { Confirm } from '../../shared/Confirm';
import { texts } from '../../texts';

const { acknowledge: words } = texts.gaps;

type Outcome = Schema<'AcknowledgedMany'>['results'][number]['outcome'];

/** What was not acknowledged, in a sentence for each cause. */
export function leftOver(outcomes: readonly Outcome[]): string[] {
  return (Object.keys(words.outcomes) as (keyof typeof words.outcomes)[]).flatMap((outcome) => {
    const n = outcomes.filter((each) => each === outcome).length;
    return n > 0 ? [words.outcomes[outcome](n)] : [];
  });
}

/** Takes gaps on, with a note; says of how many it was not so. */
export function Acknowledge({
  gaps,
  onDone,
  onClose,
}: {
  gaps: readonly Gap[];
  onDone: () => void;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const announcements = useAnnouncements();
  const [note, setNote] = useState('');
  const confirm = async () => {
    const { results } = await answer(
      api.POST('/api/gaps/acknowledge', {
        body: {
          gaps: gaps.map(({ id, sequence }) => ({ id, sequence })),
          ...(note.trim() !== '' && { note: note.trim() }),
        },
      }),
    );
    const outcomes = results.map((each) => each.outcome);
    const done = outcomes.filter((each) => each === 'acknowledged').length;
    const left = leftOver(outcomes);
    if (left.length > 0) {
      announcements.failed(words.notAll, new Error(left.join('. ')));
    }
    if (done > 0) {
      announcements.done(words.done(done));
    }
    onDone();
    await client.invalidateQueries({ queryKey: ['gaps'] });
  };
  return (
    <Confirm title={words.title(gaps.length)} action={words.button} onConfirm={confirm} onClose={onClose}>
      <Box>{words.text}</Box>
      <FormField label={words.note} description={words.noteHint}>
        <Textarea
          value={note}
          rows={3}
          onChange={({ detail }) => {
            setNote(detail.value);
          }}
        />
      </FormField>
    </Confirm>
  );
}

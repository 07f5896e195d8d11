import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FileUpload from '@cloudscape-design/components/file-upload';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import { useMay } from '../../api/session';
import { Failed } from '../../shared/PageState';
import { PlainTable } from '../../shared/PlainTable';
import { texts } from '../../texts';
import { ingest, type IngestResult, MOST_BYTES } from './data';
import { sample } from './sample';

const { ingest: words } = texts.start;
const FIRST_SHOWN = 20;
const MORE_SHOWN = 500;

/** Sends a file or the sample, and says what became of each item. */
export function IngestStep({ onSent }: { onSent: () => void }) {
  const may = useMay('ingester');
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<IngestResult>();
  const [error, setError] = useState<unknown>();
  const send = async (body: string | Blob) => {
    setBusy(true);
    setError(undefined);
    setResult(undefined);
    try {
      setResult(await ingest(body));
      onSent();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  const choose = (file: File | undefined) => {
    if (file && file.size > MOST_BYTES) {
      setError(new Error(words.tooLarge));
    } else if (file) {
      void send(file);
    }
  };
  if (!may) {
    return <Alert type="info">{words.needs}</Alert>;
  }
  return (
    <SpaceBetween size="s">
      <Box>{words.text}</Box>
      <FileUpload
        value={[]}
        accept=".json,.jsonl,.ndjson,application/json"
        constraintText={words.limit}
        i18nStrings={{
          uploadButtonText: () => words.choose,
          dropzoneText: () => words.choose,
          removeFileAriaLabel: () => texts.common.close,
        }}
        onChange={({ detail }) => {
          choose(detail.value[0]);
        }}
      />
      <Box>
        <Button
          loading={busy}
          loadingText={words.sending}
          onClick={() => void send(JSON.stringify(sample(new Date())))}
        >
          {words.sample}
        </Button>{' '}
        <Box variant="small">{words.sampleText}</Box>
      </Box>
      {error !== undefined && <Failed error={error} title={words.failed} />}
      {result && <Result result={result} />}
    </SpaceBetween>
  );
}

function Result({ result }: { result: IngestResult }) {
  const { accepted, ignored, rejected } = result;
  const [most, setMost] = useState(FIRST_SHOWN);
  const listed = ignored.length + rejected.length;
  const shown = Math.min(ignored.length, most) + Math.min(rejected.length, most);
  return (
    <SpaceBetween size="s">
      <SpaceBetween direction="horizontal" size="m">
        <StatusIndicator type={accepted > 0 ? 'success' : 'warning'}>
          {words.accepted(accepted)}
        </StatusIndicator>
        {ignored.length > 0 && (
          <StatusIndicator type="stopped">{words.ignored(ignored.length)}</StatusIndicator>
        )}
        {rejected.length > 0 && (
          <StatusIndicator type="error">{words.rejected(rejected.length)}</StatusIndicator>
        )}
      </SpaceBetween>
      {rejected.length > 0 && (
        <PlainTable
          caption={words.rejectedTitle}
          head={[words.item, words.field, words.value, words.expected, words.reason]}
          rows={rejected
            .slice(0, most)
            .map((each) => [
              each.index,
              each.field,
              <code key="value">{JSON.stringify(each.value ?? null)}</code>,
              each.expected ?? '',
              each.reason,
            ])}
        />
      )}
      {ignored.length > 0 && (
        <PlainTable
          caption={words.ignoredTitle}
          head={[words.item, words.reason]}
          rows={ignored.slice(0, most).map((each) => [each.index, each.reason])}
        />
      )}
      {shown < listed && (
        <Box>
          {words.shown(shown, listed)}{' '}
          <Button
            onClick={() => {
              setMost(most + MORE_SHOWN);
            }}
          >
            {words.more}
          </Button>
        </Box>
      )}
    </SpaceBetween>
  );
}

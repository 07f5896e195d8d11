import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FileUpload from '@cloudscape-design/components/file-upload';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { answer, answerWithRevision, api } from '../../api/client';
import { ProblemError } from '../../api/problem';
import { useAnnouncements } from '../../shared/Announcements';
import { Confirm } from '../../shared/Confirm';
import { Await, Empty } from '../../shared/PageState';
import { PermittedButton } from '../../shared/Permitted';
import { Time } from '../../shared/Time';
import { useCaller, useMay } from '../../api/session';
import { texts } from '../../texts';
import { type Draft, type ModelKey, useDiff, useDraft, useModel } from './data';
import { DiffSummary } from './diff';
import { draftText, lineOf, linesOf, mediaType, TEMPLATE } from './draft-text';
import { Editor, type EditorHandle, type Problem, ProblemList } from './editor';
import { keepUnsaved, readUnsaved } from './unsaved';

const { draft: words } = texts.catalog;
const MOST_BYTES = 1_000_000;

interface Saved {
  value: Draft;
  etag: string;
}

type Asking = 'discard' | 'publish' | undefined;

/** The problems of a saved draft at the lines of the text that is shown for it. */
function placed(draft: Draft): Problem[] {
  const { version: _version, controls: _controls, ...rest } = draft.model;
  const lines = linesOf(rest);
  return draft.problems.map((problem) => {
    const line = lineOf(lines, problem.path);
    return line === undefined ? problem : { ...problem, line };
  });
}

/** The draft: read, written, checked, thrown away, published. */
export function DraftTab({
  model,
  onPublished,
}: {
  model: ModelKey;
  onPublished: (version: number) => void;
}) {
  const draft = useDraft(model);
  const inForce = useModel(model, undefined);
  const [begun, setBegun] = useState(0);
  return (
    <Await query={draft}>
      {(saved) => (
        <Await query={inForce}>
          {(current) => (
            <DraftEditor
              key={`${saved?.etag ?? 'new'} ${String(begun)}`}
              model={model}
              saved={saved}
              beginning={current ? draftText(current.model) : undefined}
              onPublished={onPublished}
              onBeginAgain={() => {
                setBegun((before) => before + 1);
              }}
            />
          )}
        </Await>
      )}
    </Await>
  );
}

/** Warns before the tab is closed or loaded anew. */
function useLeaveWarning(active: boolean): void {
  useEffect(() => {
    if (!active) {
      return undefined;
    }
    const warn = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => {
      removeEventListener('beforeunload', warn);
    };
  }, [active]);
}

function DraftEditor({
  model,
  saved,
  beginning,
  onPublished,
  onBeginAgain,
}: {
  model: ModelKey;
  saved: Saved | null;
  beginning: string | undefined;
  onPublished: (version: number) => void;
  onBeginAgain: () => void;
}) {
  const client = useQueryClient();
  const announcements = useAnnouncements();
  const may = useMay('editor');
  const caller = useCaller().id;
  const key = `${model.provider}/${model.service}`;
  const current = saved?.etag ?? '';
  const [unsaved] = useState(() => readUnsaved(caller, key));
  const editor = useRef<EditorHandle>(null);
  const before = saved ? draftText(saved.value.model) : '';
  const [text, setShown] = useState(unsaved?.text ?? before);
  const [base, setBase] = useState(unsaved?.etag ?? current);
  const [refused, setRefused] = useState<Problem[]>();
  const [stale, setStale] = useState(base !== current);
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState<Asking>();
  const changed = text !== before;
  useLeaveWarning(changed);
  const problems = refused ?? (saved && !changed ? placed(saved.value) : []);

  const reload = () => client.invalidateQueries({ queryKey: ['catalog'] });

  const setText = (written: string) => {
    setShown(written);
    keepUnsaved(caller, key, written === before ? undefined : { text: written, etag: base });
  };

  const readTheirs = async () => {
    keepUnsaved(caller, key, undefined);
    await reload();
    onBeginAgain();
  };

  const keepMine = () => {
    setBase(current);
    setStale(false);
    keepUnsaved(caller, key, { text, etag: current });
  };

  const save = async () => {
    setBusy(true);
    setStale(false);
    try {
      await answerWithRevision(
        api.PUT('/api/catalog/service-models/{provider}/{service}/draft', {
          params: { path: model, header: base ? { 'If-Match': base } : { 'If-None-Match': '*' } },
          headers: { 'Content-Type': mediaType(text) },
          body: text as never,
          bodySerializer: () => text,
        }),
      );
      setRefused(undefined);
      keepUnsaved(caller, key, undefined);
      announcements.done(words.saved);
      await reload();
    } catch (error) {
      if (error instanceof ProblemError && error.problem.errors) {
        setRefused(error.problem.errors);
      } else if (error instanceof ProblemError && error.isStale) {
        setStale(true);
        await reload();
      } else {
        announcements.failed(words.problemsNotSaved(1), error);
      }
    } finally {
      setBusy(false);
    }
  };

  const discard = async () => {
    await api.DELETE('/api/catalog/service-models/{provider}/{service}/draft', {
      params: { path: model, header: { 'If-Match': saved?.etag ?? '' } },
    });
    keepUnsaved(caller, key, undefined);
    announcements.done(words.discarded);
    await reload();
    onBeginAgain();
  };

  const publish = async () => {
    const published = await answer(
      api.POST('/api/catalog/service-models/{provider}/{service}/publish', {
        params: { path: model, header: { 'If-Match': saved?.etag ?? '' } },
      }),
    );
    announcements.done(words.outcome[published.outcome](published.version));
    await reload();
    onPublished(published.version);
  };

  const upload = async (file: File | undefined) => {
    if (file && file.size > MOST_BYTES) {
      setRefused([{ path: '', problem: words.tooLarge }]);
    } else if (file) {
      setText(await file.text());
      setRefused(undefined);
    }
  };

  const beginnings = (
    <SpaceBetween direction="horizontal" size="xs">
      {beginning !== undefined && (
        <PermittedButton
          role="editor"
          onClick={() => {
            setText(beginning);
          }}
        >
          {words.begin}
        </PermittedButton>
      )}
      <PermittedButton
        role="editor"
        onClick={() => {
          setText(TEMPLATE(key, model.provider));
        }}
      >
        {words.beginEmpty}
      </PermittedButton>
    </SpaceBetween>
  );

  return (
    <Container
      header={
        <Header
          variant="h2"
          description={
            saved ? (
              <>
                {words.savedBy(saved.value.savedBy)}, <Time at={saved.value.savedAt} form="relative" />
              </>
            ) : undefined
          }
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              {saved && (
                <PermittedButton
                  role="editor"
                  onClick={() => {
                    setAsking('discard');
                  }}
                >
                  {words.discard}
                </PermittedButton>
              )}
              <PermittedButton
                role="editor"
                loading={busy}
                disabled={text === '' || !changed || stale}
                onClick={() => void save()}
              >
                {words.save}
              </PermittedButton>
              <PermittedButton
                role="admin"
                variant="primary"
                disabled={!saved || changed || problems.length > 0}
                disabledReason={changed ? words.notInForceYet : undefined}
                onClick={() => {
                  setAsking('publish');
                }}
              >
                {words.publish}
              </PermittedButton>
            </SpaceBetween>
          }
        >
          {texts.catalog.service.tabs.draft}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {text === '' && (
          <Empty title={words.none} action={beginnings}>
            {words.noneHint}
          </Empty>
        )}
        {may && (
          <FileUpload
            value={[]}
            accept=".yaml,.yml,.json"
            constraintText={words.uploadHint}
            i18nStrings={{
              uploadButtonText: () => words.upload,
              dropzoneText: () => words.upload,
              removeFileAriaLabel: () => words.discard,
            }}
            onChange={({ detail }) => void upload(detail.value[0])}
          />
        )}
        {stale && (
          <Alert
            type="warning"
            action={
              <SpaceBetween direction="horizontal" size="xs">
                <Button onClick={() => void readTheirs()}>{words.readTheirs}</Button>
                <Button onClick={keepMine}>{words.keepMine}</Button>
              </SpaceBetween>
            }
          >
            {words.stale}
          </Alert>
        )}
        <DraftState saved={saved} changed={changed} refused={refused} problems={problems} />
        {problems.length > 0 && (
          <ProblemList
            problems={problems}
            onGo={(line) => {
              editor.current?.goTo(line);
            }}
          />
        )}
        {text !== '' && (
          <Editor
            ref={editor}
            text={text}
            problems={problems}
            readOnly={!may}
            onChange={(changedText) => {
              setText(changedText);
            }}
          />
        )}
      </SpaceBetween>
      {asking === 'discard' && (
        <Confirm
          title={words.discardTitle}
          action={words.discard}
          onConfirm={discard}
          onClose={() => {
            setAsking(undefined);
          }}
        >
          <Box>{words.discardText}</Box>
        </Confirm>
      )}
      {asking === 'publish' && saved && (
        <Confirm
          title={words.publishTitle(saved.value.model.version)}
          action={words.publish}
          onConfirm={publish}
          onClose={() => {
            setAsking(undefined);
          }}
        >
          <Box>{words.publishText}</Box>
          {beginning !== undefined && <WhatChanges model={model} />}
        </Confirm>
      )}
    </Container>
  );
}

function DraftState({
  saved,
  changed,
  refused,
  problems,
}: {
  saved: Saved | null;
  changed: boolean;
  refused: Problem[] | undefined;
  problems: readonly Problem[];
}) {
  if (refused) {
    return <StatusIndicator type="error">{words.problemsNotSaved(refused.length)}</StatusIndicator>;
  }
  if (changed) {
    return <StatusIndicator type="pending">{words.unsaved}</StatusIndicator>;
  }
  if (!saved) {
    return null;
  }
  return problems.length > 0 ? (
    <StatusIndicator type="warning">{words.problemsSaved(problems.length)}</StatusIndicator>
  ) : (
    <StatusIndicator type="success">{words.ready}</StatusIndicator>
  );
}

function WhatChanges({ model }: { model: ModelKey }) {
  const current = useModel(model, undefined);
  const query = useDiff(model, String(current.data?.model.version ?? ''), 'draft');
  return <Await query={query}>{(found) => <DiffSummary summary={found.summary} />}</Await>;
}

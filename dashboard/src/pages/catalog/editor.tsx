import Button from '@cloudscape-design/components/button';
import { type Ref, useImperativeHandle, useRef } from 'react';
import type { Schema } from '../../api/types';
import { texts } from '../../texts';

export type Problem = Schema<'BodyError'>;

/** Moves the cursor to a line. */
export interface EditorHandle {
  goTo: (line: number) => void;
}

const { draft } = texts.catalog;
const LINE_PX = 20;

/** A text with the numbers of its lines; those with problems are marked. */
export function Editor({
  ref,
  text,
  problems,
  readOnly,
  onChange,
}: {
  ref: Ref<EditorHandle>;
  text: string;
  problems: readonly Problem[];
  readOnly: boolean;
  onChange: (text: string) => void;
}) {
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const lines = text.split('\n');
  const wrong = new Set(problems.map((problem) => problem.line));
  useImperativeHandle(ref, () => ({
    goTo: (line) => {
      const before = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
      area.current?.focus();
      area.current?.setSelectionRange(before, before + (lines[line - 1]?.length ?? 0));
      area.current?.scrollTo({ top: (line - 6) * LINE_PX });
    },
  }));
  return (
    <div className="editor">
      <div className="editor-gutter" ref={gutter} aria-hidden="true">
        {lines.map((_, index) => (
          <div key={index} className={wrong.has(index + 1) ? 'wrong' : undefined}>
            {wrong.has(index + 1) ? '● ' : ''}
            {index + 1}
          </div>
        ))}
      </div>
      <textarea
        ref={area}
        aria-label={draft.editor}
        aria-invalid={problems.length > 0}
        spellCheck={false}
        wrap="off"
        readOnly={readOnly}
        value={text}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        onScroll={(event) => {
          if (gutter.current) {
            gutter.current.scrollTop = event.currentTarget.scrollTop;
          }
        }}
      />
    </div>
  );
}

/** What is wrong, each leading to its line. */
export function ProblemList({
  problems,
  onGo,
}: {
  problems: readonly Problem[];
  onGo: (line: number) => void;
}) {
  return (
    <ul className="bare-list">
      {problems.map((problem, index) => {
        const { line } = problem;
        return (
          <li key={index}>
            {line === undefined ? (
              `${problem.path || draft.whole}: `
            ) : (
              <>
                <Button
                  variant="inline-link"
                  ariaLabel={draft.problemAt(line)}
                  onClick={() => {
                    onGo(line);
                  }}
                >
                  {draft.line(line)}
                </Button>{' '}
              </>
            )}
            {problem.problem}
          </li>
        );
      })}
    </ul>
  );
}

import { describe, expect, it } from 'vitest';
import { lineOf, linesOf, mediaType } from './draft-text';

describe('the lines of a document', () => {
  const document = {
    key: 'aws/s3',
    types: ['a', 'b'],
    cells: [{ control: 'x', checks: [] }],
    none: {},
    'a/b': 1,
  };
  const text = JSON.stringify(document, null, 2).split('\n');
  const lines = linesOf(document);
  const shown = (pointer: string) => text[(lineOf(lines, pointer) ?? 0) - 1]?.trim();

  it.each([
    ['/key', '"key": "aws/s3",'],
    ['/types/1', '"b"'],
    ['/cells/0/control', '"control": "x",'],
    ['/cells/0/checks', '"checks": []'],
    ['/none', '"none": {},'],
    ['/a~1b', '"a/b": 1'],
  ])('%s stands in %s', (pointer, line) => {
    expect(shown(pointer)).toBe(line);
  });

  it('are those of what holds a part that is not there', () => {
    expect(shown('/cells/0/ownership')).toBe('{');
    expect(lineOf(lines, '/nowhere')).toBe(1);
  });
});

describe('how a draft is sent', () => {
  it('is by how it begins', () => {
    expect(mediaType('  {"key": 1}')).toBe('application/json');
    expect(mediaType('key: aws/s3')).toBe('application/yaml');
  });
});

import type { Schema } from '../../api/types';

type Model = Schema<'ServiceModelVersion'>['model'];

/** What a draft begins with where the catalog has no version yet; every part that must be there. */
export const TEMPLATE = (key: string, provider: string): string => `key: ${key}
name: ${key}
provider: ${provider}
serviceClass: abstracted
deliveryModel: paas
description: >-
  What the service is, in a sentence or two.
resourceTypes: [AWS::Service::Type]
responsibilities:
  - control: encryption-at-rest
    ownership: csc-owned
    observability: config
    severity: high
    responsibility: What the customer has to do.
    checks:
      - id: ${key.replace('/', '-')}-encrypted
        title: It is encrypted
        expression: resource.configuration.encrypted
        expected: Encryption is on.
        severity: high
        remediation: How to switch it on.
`;

/** A version as the text of a draft: without its number and the controls, which the next version takes anew. */
export function draftText(model: Model): string {
  const { version: _version, controls: _controls, ...rest } = model;
  return JSON.stringify(rest, null, 2);
}

/** How the text is sent. */
export function mediaType(text: string): 'application/json' | 'application/yaml' {
  return text.trimStart().startsWith('{') ? 'application/json' : 'application/yaml';
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function walk(value: unknown, pointer: string, line: number, lines: Map<string, number>): number {
  lines.set(pointer, line);
  if (typeof value !== 'object' || value === null) {
    return line;
  }
  const entries: [string, unknown][] = Array.isArray(value)
    ? value.map((each: unknown, index) => [String(index), each])
    : Object.entries(value);
  if (entries.length === 0) {
    return line;
  }
  let last = line;
  for (const [name, each] of entries) {
    last = walk(each, `${pointer}/${escaped(name)}`, last + 1, lines);
  }
  return last + 1;
}

/** On which line of its JSON, indented by two, each part of a document begins, by its JSON pointer. */
export function linesOf(document: unknown): Map<string, number> {
  const lines = new Map<string, number>();
  walk(document, '', 1, lines);
  return lines;
}

/** The line of a pointer, or of what holds it where it is not there itself. */
export function lineOf(lines: ReadonlyMap<string, number>, pointer: string): number | undefined {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const line = lines.get(at);
    if (line !== undefined || at === '') {
      return line;
    }
  }
}

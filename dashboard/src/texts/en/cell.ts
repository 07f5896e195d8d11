import type { Schema } from '../../api/types';
import { plural } from '../plural';

const observability: Record<Schema<'Cell'>['observability'], string> = {
  config: 'Seen in the configuration',
  attestation: 'By attestation of the customer',
  'provider-assurance': "By the provider's assurance",
};

/** One cell of the matrix: who does what, how it is checked, and who says so. */
export const cell = {
  observability,
  owner: 'Who answers for it',
  providerPart: "The provider's part",
  customerPart: "The customer's part",
  noPart: 'No part in it',
  severity: 'Severity',
  seenBy: 'How it is seen',
  why: 'Why',
  checks: (count: number) => plural(count, 'check', 'checks'),
  appliesTo: 'Applies to',
  onlyWhen: 'Only where',
  expression: 'In CEL',
  expected: 'Expected',
  remediation: 'What to do',
  parameters: 'Settings',
  frameworks: 'Requirements',
  variants: 'Otherwise for',
  variantWhen: 'Where',
  sources: 'Sources',
  inTheirWords: 'Each in its own words; where they differ, "Why" says what was chosen.',
};

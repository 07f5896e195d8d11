import type { Schema } from '../../api/types';
import { count, plural } from '../plural';

type Coverage = NonNullable<Schema<'Matrix'>['framework']>['requirements'][number]['coverage'];

const coverage: Record<Coverage, string> = {
  covered: 'Covered',
  attestation: 'By attestation alone',
  'not-applicable': 'Does not apply',
  'not-covered': 'Not covered',
  withdrawn: 'Withdrawn',
};

/** The page Responsibility matrix. */
export const matrix = {
  title: 'Responsibility matrix',
  description: 'Whose job each control is, service by service',
  table: (controls: number, services: number) =>
    `${plural(controls, 'control', 'controls')} by ${plural(services, 'service', 'services')}`,
  keys: 'Arrow keys go from cell to cell, Enter opens one.',
  filter: {
    provider: 'Provider',
    anyProvider: 'Any provider',
    model: 'Delivery model',
    anyModel: 'Any delivery model',
    domain: 'Domain',
    anyDomain: 'Any domain',
    framework: 'Framework',
    anyFramework: 'No framework',
    owner: 'Owner',
    anyOwner: 'Any owner',
    services: 'Services',
    allServices: 'All services',
    find: 'Find controls',
    clear: 'Clear filters',
  },
  rows: { label: 'Rows', controls: 'By control', requirements: 'By requirement' },
  control: 'Control',
  requirement: 'Requirement',
  done: (done: number, total: number) => `${count(done)}/${count(total)} done`,
  varies: 'varies',
  noCell: 'not said',
  nothing: 'Nothing matches',
  nothingHint: 'Change or clear the filters.',
  legend: 'What the cells say',
  doneUnknown: 'How much is done could not be read',
  legendDone: '3/5 done: on how many resources your part is done',
  legendVaries: 'varies: some kinds of the service differ; open the cell',
  exports: {
    button: 'Export',
    csv: 'CSV, in the CAIQ layout',
    xlsx: 'XLSX, in the CAIQ layout',
    oscal: 'OSCAL component definition',
  },
  panel: {
    loading: 'Loading the cell',
    done: 'On what you run',
    doneText: (done: number, missing: number, unknown: number) =>
      `${count(done)} done, ${count(missing)} not done, ${count(unknown)} unknown`,
    gaps: 'Show the gaps',
    service: 'Open the service model',
    about: 'What the control asks',
    missing: 'This version of the service model does not have the cell.',
  },
  framework: {
    coverage,
    covered: (covered: number, total: number) =>
      `${count(covered)} of ${plural(total, 'requirement is', 'requirements are')} covered`,
    inapplicable: (requirements: number) =>
      `${plural(requirements, 'requirement does', 'requirements do')} not apply to these services`,
    partial: 'Only requirements that something is mapped to are known.',
    answers: 'Answers',
    none: 'None',
  },
};

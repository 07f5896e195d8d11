import { words } from '../../shared/Field';
import type { Workload, WorkloadInput } from './data';

export interface Tag {
  key: string;
  value: string;
}

/** What the form holds, as it is typed. */
export interface Fields {
  id: string;
  name: string;
  ownerTeam: string;
  environment: string;
  criticality: '' | NonNullable<Workload['criticality']>;
  dataClassification: string;
  frameworks: string;
  tags: Tag[];
  accounts: string;
  resources: string;
}

export function fieldsOf(workload: Workload | undefined): Fields {
  return {
    id: workload?.id ?? '',
    name: workload?.name ?? '',
    ownerTeam: workload?.ownerTeam ?? '',
    environment: workload?.environment ?? '',
    criticality: workload?.criticality ?? '',
    dataClassification: workload?.dataClassification ?? '',
    frameworks: (workload?.frameworks ?? []).join(', '),
    tags: Object.entries(workload?.selector.tags ?? {}).map(([key, value]) => ({ key, value })),
    accounts: (workload?.selector.accounts ?? []).join(', '),
    resources: (workload?.selector.resources ?? []).join(', '),
  };
}

/** The selector as it is sent; tags without a key are not there yet. */
export function selectorOf(fields: Fields): WorkloadInput['selector'] {
  const tags = Object.fromEntries(
    fields.tags.filter((tag) => tag.key.trim() !== '').map((tag) => [tag.key.trim(), tag.value]),
  );
  return { tags, accounts: words(fields.accounts), resources: words(fields.resources) };
}

/** Whether a selector says anything. */
export function saysSomething(selector: WorkloadInput['selector']): boolean {
  return (
    Object.keys(selector.tags ?? {}).length > 0 ||
    (selector.accounts ?? []).length > 0 ||
    (selector.resources ?? []).length > 0
  );
}

/** What is sent; what is empty is left out. */
export function inputOf(fields: Fields): WorkloadInput {
  return {
    name: fields.name.trim(),
    ownerTeam: fields.ownerTeam.trim(),
    selector: selectorOf(fields),
    ...(fields.environment.trim() && { environment: fields.environment.trim() }),
    ...(fields.criticality && { criticality: fields.criticality }),
    ...(fields.dataClassification.trim() && { dataClassification: fields.dataClassification.trim() }),
    ...(words(fields.frameworks).length > 0 && { frameworks: words(fields.frameworks) }),
  };
}

import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import type { GapReason, GapState, Severity } from '../../api/types';
import { NOBODY } from '../../shared/nobody';
import { texts } from '../../texts';

const { common, gaps } = texts;

/** The filters that the API knows, by the names of its parameters; "one of" each. */
export const PROPERTIES = [
  'state',
  'severity',
  'reason',
  'team',
  'workload',
  'control',
  'provider',
  'account',
  'type',
  'check',
  'subject',
] as const;
/** Moments, and what a gap's own is to be compared with them. */
export const MOMENTS = { openedSince: '>=', resolvedSince: '>=', dueBefore: '<' } as const;
const MOMENT_NAMES = Object.keys(MOMENTS) as Moment[];

export type Property = (typeof PROPERTIES)[number];
export type Moment = keyof typeof MOMENTS;
/** What is chosen; nothing for a property that does not matter. */
export type Filter = Readonly<Partial<Record<Property, readonly string[]>> & Partial<Record<Moment, string>>>;

/** The word that stands for gaps in every state; without a word about it those that are not resolved are shown. */
export const ALL_STATES = 'all';
export const UNRESOLVED: readonly GapState[] = ['open', 'acknowledged'];

const WORDS: Partial<Record<Property, readonly string[]>> = {
  state: Object.keys(common.states),
  severity: Object.keys(common.severities),
  reason: Object.keys(common.reasons),
};
const SHAPES: Partial<Record<Property, RegExp>> = {
  team: /^(-|[a-z0-9][a-z0-9-]{0,62})$/,
  workload: /^[a-z0-9][a-z0-9-]{0,62}$/,
  account: /^[0-9A-Za-z-]{1,64}$/,
};
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z$/;

/** Those whose values are typed, since there are too many to choose from. */
const TYPED: readonly Property[] = ['check', 'subject'];

/** How a value is shown. */
export function label(property: Property, value: string): string {
  switch (property) {
    case 'state':
      return common.states[value as GapState];
    case 'severity':
      return common.severities[value as Severity];
    case 'reason':
      return common.reasons[value as GapReason];
    case 'team':
      return value === NOBODY ? gaps.nobody : value;
    default:
      return value;
  }
}

function sensible(property: Property, value: string): boolean {
  const words = WORDS[property];
  return words ? words.includes(value) : (SHAPES[property]?.test(value) ?? value !== '');
}

/** The filter of an address, and what there was not understood. */
export function readFilter(search: URLSearchParams): { filter: Filter; ignored: string[] } {
  const filter: Record<string, readonly string[] | string> = {};
  const ignored: string[] = [];
  for (const property of PROPERTIES) {
    const given = (search.get(property) ?? '').split(',').filter((each) => each !== '');
    if (property === 'state' && given.includes(ALL_STATES)) {
      continue;
    }
    const values = given.filter((each) => sensible(property, each));
    if (values.length < given.length) {
      ignored.push(property);
    }
    if (values.length > 0) {
      filter[property] = values;
    } else if (property === 'state') {
      filter[property] = UNRESOLVED;
    }
  }
  for (const moment of MOMENT_NAMES) {
    const value = search.get(moment);
    if (value !== null && INSTANT.test(value)) {
      filter[moment] = value;
    } else if (value !== null) {
      ignored.push(moment);
    }
  }
  return { filter, ignored };
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each) => other.includes(each));
}

/** Writes a filter into an address; whatever else stands there stays, but for the page. */
export function writeFilter(search: URLSearchParams, filter: Filter): URLSearchParams {
  const next = new URLSearchParams(search);
  ['cursor', 'page', 'gap'].forEach((name) => {
    next.delete(name);
  });
  for (const property of PROPERTIES) {
    const values = filter[property] ?? [];
    if (property === 'state') {
      next.delete('state');
      if (values.length === 0) {
        next.set('state', ALL_STATES);
      } else if (!same(values, UNRESOLVED)) {
        next.set('state', values.join(','));
      }
    } else if (values.length > 0) {
      next.set(property, values.join(','));
    } else {
      next.delete(property);
    }
  }
  for (const moment of MOMENT_NAMES) {
    const value = filter[moment];
    if (value) {
      next.set(moment, value);
    } else {
      next.delete(moment);
    }
  }
  return next;
}

/** The filter as the query of the API has it. */
export function toQuery(filter: Filter): Record<string, string[] | string> {
  return Object.fromEntries(
    Object.entries(filter).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
  );
}

/** The same for a link. */
export function toSearch(filter: Filter): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    search.set(name, typeof value === 'string' ? value : value.join(','));
  }
  return search;
}

type Query = PropertyFilterProps.Query;

/** The filter as tokens, one for each property; of what is typed, one for each value. */
export function toTokens(filter: Filter): Query {
  const tokens: PropertyFilterProps.Token[] = [
    ...PROPERTIES.flatMap((property): PropertyFilterProps.Token[] => {
      const values = filter[property] ?? [];
      if (TYPED.includes(property)) {
        return values.map((value) => ({ propertyKey: property, operator: '=', value }));
      }
      return values.length > 0 ? [{ propertyKey: property, operator: '=', value: [...values] }] : [];
    }),
    ...MOMENT_NAMES.flatMap((moment): PropertyFilterProps.Token[] => {
      const value = filter[moment];
      return value ? [{ propertyKey: moment, operator: MOMENTS[moment], value }] : [];
    }),
  ];
  return { operation: 'and', tokens };
}

/** The filter that tokens say; several of one property are one with the values of all. */
export function fromTokens(query: Query): Filter {
  const filter: Record<string, string[] | string> = {};
  for (const { propertyKey, value } of query.tokens) {
    const values = (Array.isArray(value) ? value : [value]).map(String).filter((each) => each !== '');
    const property = PROPERTIES.find((each) => each === propertyKey);
    const moment = MOMENT_NAMES.find((each) => each === propertyKey);
    if (property) {
      const before = filter[property] ?? [];
      const sensibleOnes = values
        .flatMap((each) => each.split(','))
        .filter((each) => sensible(property, each));
      filter[property] = [...new Set([...before, ...sensibleOnes])];
    } else if (moment && values[0]) {
      const instant = asInstant(values[0]);
      if (instant) {
        filter[moment] = instant;
      }
    }
  }
  return filter;
}

/** A day or a moment, as the reader types it, as an instant. */
function asInstant(typed: string): string | undefined {
  const parsed = new Date(typed);
  return Number.isNaN(parsed.getTime()) ? undefined : parsed.toISOString();
}

/** What can be chosen without asking the API. */
export const FIXED_OPTIONS: PropertyFilterProps.FilteringOption[] = [
  ...(['state', 'severity', 'reason'] as const).flatMap((property) =>
    (WORDS[property] ?? []).map((value) => ({ propertyKey: property, value, label: label(property, value) })),
  ),
  { propertyKey: 'team', value: NOBODY, label: gaps.nobody },
  { propertyKey: 'provider', value: 'aws', label: 'AWS' },
  { propertyKey: 'provider', value: 'azure', label: 'Azure' },
];

/** The properties as the filter offers them. */
export const FILTERING_PROPERTIES: PropertyFilterProps.FilteringProperty[] = [
  ...PROPERTIES.map((key) => ({
    key,
    propertyLabel: gaps.filter.properties[key],
    groupValuesLabel: gaps.filter.properties[key],
    operators: [
      TYPED.includes(key)
        ? ('=' as const)
        : {
            operator: '=' as const,
            tokenType: 'enum' as const,
            format: (value: unknown) =>
              (Array.isArray(value) ? value : [value]).map((each) => label(key, String(each))).join(', '),
          },
    ],
    defaultOperator: '=' as const,
  })),
  ...MOMENT_NAMES.map((key) => ({
    key,
    propertyLabel: gaps.filter.properties[key],
    groupValuesLabel: gaps.filter.properties[key],
    operators: [MOMENTS[key]],
    defaultOperator: MOMENTS[key],
  })),
];

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { Category, Schema } from '../../api/types';

export type Matrix = Schema<'Matrix'>;
export type Cell = Matrix['cells'][number];
export type Control = Matrix['controls'][number];
export type Service = Matrix['serviceModels'][number];
export type Requirement = NonNullable<Matrix['framework']>['requirements'][number];
export type Counts = Schema<'OutcomeCounts'>;

/** What is asked of the API; the rest of the filter is of the page alone. */
export interface Selection {
  provider: string;
  model: '' | 'iaas' | 'paas' | 'saas';
  framework: string;
  services: readonly string[];
}

/** The same as parameters of an address. */
export function selectionSearch({ provider, model, framework, services }: Selection): URLSearchParams {
  const search = new URLSearchParams();
  const parts = { provider, deliveryModel: model, framework, service: services.join(',') };
  for (const [name, value] of Object.entries(parts)) {
    if (value !== '') {
      search.set(name, value);
    }
  }
  return search;
}

/** Who owns what, for a choice of services. */
export function useMatrix(selection: Selection) {
  const { provider, model, framework, services } = selection;
  return useQuery({
    queryKey: ['catalog', 'matrix', selection],
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const found = await answer(
        api.GET('/api/catalog/matrix', {
          params: {
            query: {
              ...(provider && { provider: [provider] }),
              ...(model && { deliveryModel: [model] }),
              ...(framework && { framework }),
              ...(services.length > 0 && { service: [...services] }),
            },
          },
          headers: { Accept: 'application/json' },
        }),
      );
      if (typeof found === 'string') {
        throw new TypeError('the matrix is not JSON');
      }
      return found;
    },
  });
}

/** How much of each cell is done on what runs, by `service control`. */
export function useDone() {
  return useQuery({
    queryKey: ['posture'],
    queryFn: () => answer(api.GET('/api/posture')),
    select: (posture) =>
      new Map(posture.cells.map((each) => [cellKey(each.serviceModel, each.control), each.counts])),
  });
}

/** The frameworks and services that can be chosen. */
export function useFrameworks() {
  return useQuery({
    queryKey: ['catalog', 'frameworks', 'all'],
    queryFn: () => answer(api.GET('/api/catalog/frameworks', { params: { query: { limit: 200 } } })),
  });
}

export function useServices() {
  return useQuery({
    queryKey: ['catalog', 'services', 'all'],
    queryFn: () => answer(api.GET('/api/catalog/service-models', { params: { query: { limit: 500 } } })),
  });
}

/** How a cell is named in the address and in maps. */
export function cellKey(service: string, control: string): string {
  return `${service}:${control}`;
}

/** The customer's part on what runs: how much there is, and how much of it is done. */
export function doneOf(counts: Counts | undefined): { done: number; total: number } {
  const { satisfied = 0, 'not-satisfied': missing = 0, unknown = 0 } = counts?.customer ?? {};
  return { done: satisfied, total: satisfied + missing + unknown };
}

export interface RowFilter {
  domain: string;
  owner: '' | Category;
  find: string;
}

/** The controls that the filter leaves, by domain in the catalog's order. */
export function rowsOf(
  matrix: Pick<Matrix, 'controls' | 'cells'>,
  { domain, owner, find }: RowFilter,
): [string, Control[]][] {
  const owned =
    owner === ''
      ? undefined
      : new Set(matrix.cells.filter((cell) => cell.category === owner).map((cell) => cell.control));
  const sought = find.trim().toLowerCase();
  const domains = new Map<string, Control[]>();
  for (const control of matrix.controls) {
    const fits =
      (domain === '' || control.domain === domain) &&
      (owned === undefined || owned.has(control.id)) &&
      (sought === '' || `${control.title} ${control.id}`.toLowerCase().includes(sought));
    if (fits) {
      const before = domains.get(control.domain) ?? [];
      domains.set(control.domain, [...before, control]);
    }
  }
  return [...domains];
}

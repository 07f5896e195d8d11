import type { Category, Ownership } from '../api/types';

const CATEGORY: Record<Ownership, Category> = {
  'csp-owned': 'inherited',
  'shared-csp-third-party': 'inherited',
  'third-party-outsourced': 'inherited',
  'csc-owned': 'customer-specific',
  'shared-independent': 'shared',
  'shared-dependent': 'shared',
  'not-applicable': 'not-applicable',
};

/** An ownership as it is shown to customers; the contracts have the same table. */
export function categoryOf(ownership: Ownership): Category {
  return CATEGORY[ownership];
}

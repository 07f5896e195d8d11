import type {
  Category,
  CustomerOutcome,
  GapReason,
  GapState,
  Ownership,
  ProviderOutcome,
  Role,
  Severity,
} from '../../api/types';
import { count, plural } from '../plural';

const severities: Record<Severity, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

const states: Record<GapState, string> = {
  open: 'Open',
  acknowledged: 'Acknowledged',
  waived: 'Waived',
  resolved: 'Resolved',
};

const customer: Record<CustomerOutcome, string> = {
  satisfied: 'Done',
  'not-satisfied': 'Not done',
  unknown: 'Unknown',
  'not-applicable': 'Does not apply',
};

const provider: Record<ProviderOutcome, string> = { proven: 'Proven', claimed: 'Claimed', lapsed: 'Lapsed' };

const categories: Record<Category, string> = {
  inherited: 'Provider',
  shared: 'Shared',
  'customer-specific': 'Customer',
  'not-applicable': 'Does not apply',
};

const categoriesInFull: Record<Category, string> = {
  inherited: 'Inherited: the provider does it',
  shared: 'Shared: provider and customer each do a part',
  'customer-specific': 'Customer-specific: the customer does it',
  'not-applicable': 'Does not apply to this service',
};

const ownerships: Record<Ownership, string> = {
  'csp-owned': 'Owned by the provider',
  'csc-owned': 'Owned by the customer',
  'shared-independent': 'Shared, each part by itself',
  'shared-dependent': 'Shared, the parts depend on each other',
  'shared-csp-third-party': 'Shared by the provider and a third party',
  'third-party-outsourced': 'Outsourced to a third party',
  'not-applicable': 'Does not apply',
};

const reasons: Record<GapReason, string> = {
  'check-failed': 'A check failed',
  'check-error': 'A check could not be run',
  'configuration-missing': 'The configuration is not known',
  'not-observable': 'No configuration shows it',
  stale: 'Not heard of for too long',
  'evidence-missing': 'Evidence is missing',
  'evidence-expired': 'Evidence has expired',
  'service-not-modelled': 'No service model covers it',
  'workload-unowned': 'Nobody owns it',
  'workload-contested': 'Several workloads claim it',
  'provider-assurance-lapsed': "The provider's assurance has lapsed",
};

const roles: Record<Role, string> = {
  viewer: 'Viewer',
  ingester: 'Ingester',
  editor: 'Editor',
  admin: 'Administrator',
};

/** What more than one page says. */
export const common = {
  product: 'Demarc',
  severities,
  states,
  customer,
  provider,
  categories,
  categoriesInFull,
  ownerships,
  reasons,
  roles,
  count,
  none: 'none',
  nobody: 'Nobody',
  skipToContent: 'Skip to content',
  loading: 'Loading',
  retry: 'Try again',
  refresh: 'Refresh',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'The browser did not let the page copy',
  onlyByHttps: 'Browsers let pages copy only where they come by HTTPS, or from this machine',
  showAsTable: 'Show as table',
  needsRole: (role: Role) => `This needs a key with the role ${role}.`,
  changed: (changes: number) => `${count(changes)} changed`,
  missedChanges: 'Some changes may be missing here',
  utc: 'UTC',
  time: {
    now: 'just now',
    full: (local: string, utc: string) => `${local} (${utc} UTC)`,
  },
  paging: {
    previous: 'Previous page',
    next: 'Next page',
    first: 'First page',
    page: (page: number) => `Page ${count(page)}`,
    total: (total: number, one: string, other: string) => plural(total, one, other),
    many: (other: string) => `More than 10,000 ${other}`,
    label: (what: string) => `Pages of ${what}`,
  },
  stale: {
    title: 'Not up to date',
    hint: 'Some of what you see could not be read again. It is from',
  },
  problem: {
    title: 'This could not be read',
    unreachable: 'Demarc does not answer. Is it running, and is the network there?',
    otherSession:
      'Somebody has logged in with another key in another tab. Nothing was changed; look who you are, and try again.',
    stale: {
      title: 'Somebody else was quicker',
      hint: 'It is not as it was when you began, and nothing of yours was saved. Reading theirs puts it into this form, in place of what you wrote.',
      readTheirs: 'Read theirs',
    },
    field: (field: string, value: string, expected: string) => `${field}: ${value}; expected ${expected}`,
    noPermission: 'You may not see this',
    noPermissionHint: 'Ask an administrator of Demarc for a key with a role that may.',
    crashed: 'This page has stopped working',
    crashedHint: 'It is our fault, not yours. Reload it; nothing that was saved is lost.',
    reload: 'Reload',
    notFound: 'There is no such page',
    notFoundHint: 'The address may be old or mistyped.',
    toOverview: 'Go to the overview',
  },
};

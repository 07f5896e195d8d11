import { count, plural } from '../plural';

/** The page Overview. */
export const overview = {
  title: 'Overview',
  description: 'What is not done, whose it is, and how that changes',
  open: {
    title: 'Open gaps',
    total: (n: number) => plural(n, 'gap is', 'gaps are') + ' not resolved',
    acknowledged: (n: number) => `${count(n)} acknowledged`,
    none: 'No gap is open.',
    overdue: 'Overdue',
    many: '> 10,000',
    notCounted: 'Could not be counted',
  },
  teams: {
    title: 'By team',
    team: 'Team',
    gaps: 'Gaps',
    nobody: 'Nobody owns them',
    most: 'The teams with the most',
    rest: (teams: number, gaps: number) => `${plural(teams, 'more team', 'more teams')} with ${count(gaps)}`,
  },
  reasons: { title: 'By reason', reason: 'Reason', gaps: 'Gaps' },
  trend: {
    title: 'Opened and resolved by day',
    description: 'Days begin at midnight UTC',
    opened: 'Opened',
    resolved: 'Resolved',
    day: 'Day',
    gaps: 'Gaps',
    days: 'Period',
    lastDays: (n: number) => `${count(n)} days`,
    empty: 'Nothing was opened or resolved in this time.',
  },
  posture: {
    title: 'Proven, claimed, done',
    description: 'Of each control on each resource',
    provider: "The provider's part",
    customer: "The customer's part",
    part: 'Part',
    providerHint: 'Claimed: the provider says so, but no attestation that is valid proves it.',
    customerHint: 'Unknown: nothing that was sent in shows it.',
    total: (n: number) => plural(n, 'control on a resource', 'controls on resources'),
    nothing: 'Nothing has been judged yet.',
    service: 'Service',
  },
  since: {
    title: 'Since you were last here',
    when: 'You were here',
    first: 'This is your first visit in this browser. From now on it says here what has changed.',
    opened: (n: string) => `${n} opened`,
    resolved: (n: string) => `${n} resolved`,
    nothing: 'Nothing was opened or resolved.',
    many: 'more than 10,000',
  },
  runs: {
    title: 'Re-assessments',
    none: 'None is running.',
    all: 'Show all',
    progress: (done: number, total: number) => `${count(done)} of ${count(total)}`,
    untitled: 'Re-assessment',
  },
  deliveries: {
    title: 'Deliveries',
    failed: (n: number | null) =>
      n === null
        ? '> 10,000 deliveries have failed'
        : plural(n, 'delivery has', 'deliveries have') + ' failed',
    waiting: (n: number | null) =>
      n === null ? '> 10,000 deliveries wait' : plural(n, 'delivery waits', 'deliveries wait'),
    failing: (n: number) => plural(n, 'endpoint fails', 'endpoints fail') + ' or is switched off',
    fine: 'Everything arrived.',
    noEndpoints: 'Nobody is told of gaps yet.',
    add: 'Add an endpoint',
  },
  coverage: {
    title: 'Coverage',
    resources: (n: number) => plural(n, 'resource', 'resources'),
    accounts: (n: number) => plural(n, 'account', 'accounts'),
    unmodelled: (n: number) => plural(n, 'resource has', 'resources have') + ' no service model',
    baseline: (n: number) => plural(n, 'account is', 'accounts are') + ' still in the first inventory',
    all: 'Everything that is heard of has a service model.',
  },
  nothing: {
    title: 'Demarc has heard of nothing yet',
    hint: 'Send in what AWS Config records, and the first gaps show within seconds.',
    start: 'Getting started',
  },
};

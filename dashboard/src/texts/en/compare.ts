import type { Schema } from '../../api/types';
import { plural } from '../plural';

type Change = Schema<'Comparison'>['kept'][number]['change'];

const changes: Record<Change, string> = {
  'taken-over': 'the provider takes it over',
  'falls-away': 'it falls away',
  eased: 'shared from now on',
  same: 'as before',
  grown: 'no longer shared',
  'handed-over': 'the provider hands it over',
  appears: 'it is new',
  'not-said': 'only one of the two says something',
};

/** The page Compare services. */
export const compare = {
  title: 'Compare services',
  description: 'Which duties go, stay and come when you take some services instead of others',
  changes,
  from: 'From',
  to: 'To',
  choose: 'Choose services',
  swap: 'Swap the two sides',
  sections: { dropped: 'Dropped', kept: 'Kept', added: 'Added', unsaid: 'Not said' },
  hints: {
    dropped: 'You have them now, and somebody else or nobody will',
    kept: 'Yours before and after',
    added: 'Not yours now, but then',
    unsaid: 'Only one side says something about them',
  },
  counted: (n: number) => plural(n, 'duty', 'duties'),
  none: 'None',
  empty: 'Choose services on both sides',
  emptyHint: 'For instance:',
  examples: {
    database: 'MySQL on EC2, or RDS?',
    functions: 'A machine, or Lambda?',
    storage: 'A file server on EC2, or S3?',
  },
  before: 'Now',
  after: 'Then',
  checks: (n: number) => plural(n, 'check', 'checks'),
  nothingSaid: 'Nothing is said',
  variants: (names: string) => `Otherwise for ${names}`,
};

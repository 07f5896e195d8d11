import type { Role } from '../../api/types';
import { common } from './common';

/** Navigation, login, and the state of the live connection. */
export const shell = {
  mark: 'The mark of Demarc',
  navigation: {
    label: 'Pages',
    overview: 'Overview',
    matrix: 'Responsibility matrix',
    compare: 'Compare services',
    gaps: 'Gaps',
    workloads: 'Workloads',
    resources: 'Resources',
    catalog: 'Catalog',
    notifications: 'Notifications',
    administration: 'Administration',
    start: 'Getting started',
    sectionResponsibility: 'Responsibility',
    sectionEstate: 'What you run',
    sectionOperate: 'Operate',
    open: 'Open navigation',
    close: 'Close navigation',
  },
  panel: { open: 'Open panel', close: 'Close panel', preferences: 'Panel preferences' },
  notifications: 'Messages',
  user: {
    menu: 'who you are, and logging out',
    role: (role: Role) => `Role: ${common.roles[role]}`,
    logOut: 'Log out',
    notLoggedOut: 'You are still logged in',
  },
  live: {
    live: 'Live',
    connecting: 'Connecting',
    lost: 'Not live',
    liveHint: 'Changes are announced as they happen',
    connectingHint: 'Waiting for the first word from Demarc',
    lostHint: 'Changes are not announced at the moment; it is tried again by itself',
  },
  login: {
    title: 'Log in to Demarc',
    intro: 'See who owns what in your cloud, and what is not done.',
    key: 'API key',
    keyHint:
      'The first key stands in demarc-data/admin.key of the machine that Demarc runs on. Administrators make more of them, for viewers too.',
    keyKept: 'The key is exchanged for a session and not kept in this browser.',
    submit: 'Log in',
    empty: 'Enter an API key',
    failed: 'You are not logged in',
    wait: (seconds: number) => `Too many attempts. Try again in ${common.count(seconds)} seconds.`,
    ended: 'Your session has ended. Log in again to go on where you were.',
  },
};

import { texts } from '../../texts';
import type { Workload } from './data';

const { selector: words } = texts.workloads;

/** A selector in words: "app = shop, account 111122223333". */
export function selectorText({ tags, accounts, resources }: Workload['selector']): string {
  return [
    ...Object.entries(tags).map(([key, value]) => words.tag(key, value)),
    ...(accounts.length > 0 ? [words.accounts(accounts.length, accounts.join(', '))] : []),
    ...(resources.length > 0 ? [words.resources(resources.length)] : []),
  ].join(', ');
}

import { texts } from '../../texts';
import type { Cell } from './data';

const { summary } = texts.resources;

/** Which cells are shown: all, those in which the customer has a part, those in which it is not done or not known. */
export type Show = 'all' | 'customer' | 'open';

function isOpen(cell: Cell): boolean {
  return cell.customer?.outcome === 'not-satisfied' || cell.customer?.outcome === 'unknown';
}

export function shown(cells: readonly Cell[], show: Show): Cell[] {
  return cells.filter(
    (cell) => show === 'all' || (show === 'customer' ? cell.customer !== undefined : isOpen(cell)),
  );
}

/** The cells by domain, in the order in which their domains first come. */
export function byDomain(cells: readonly Cell[]): [string, Cell[]][] {
  const domains = new Map<string, Cell[]>();
  for (const cell of cells) {
    domains.set(cell.domain, [...(domains.get(cell.domain) ?? []), cell]);
  }
  return [...domains];
}

/** "The provider does 12 controls; you have a part in 9: 6 done, 2 not done, 1 unknown." */
export function sentence(cells: readonly Cell[]): string {
  if (cells.length === 0) {
    return summary.none;
  }
  const outcomes = cells.flatMap((cell) => (cell.customer ? [cell.customer.outcome] : []));
  const count = (outcome: (typeof outcomes)[number]) => outcomes.filter((each) => each === outcome).length;
  const parts = [
    [summary.done, count('satisfied')],
    [summary.notDone, count('not-satisfied')],
    [summary.unknown, count('unknown')],
    [summary.notApplicable, count('not-applicable')],
  ] as const;
  const said = parts.flatMap(([say, n]) => (n > 0 ? [say(n)] : []));
  const provider = summary.provider(cells.filter((cell) => cell.provider !== undefined).length);
  const customer = summary.customer(outcomes.length);
  return `${provider}; ${customer}${said.length > 0 ? `: ${said.join(', ')}` : ''}.`;
}

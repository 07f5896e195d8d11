import type { LiveEvent } from './event';

const MOST_REMEMBERED = 1_000;

/** How much has changed since something was read: gaps by id, each once, and whether some may have been missed. */
export class Pending {
  private readonly ids = new Set<string>();
  private more = 0;
  private missing = false;

  /** True where the event changes the count. */
  add(event: LiveEvent): boolean {
    if (event.kind === 'missed') {
      this.missing = true;
      return true;
    }
    const { id } = event.gap.gap;
    if (this.ids.has(id)) {
      return false;
    }
    if (this.ids.size < MOST_REMEMBERED) {
      this.ids.add(id);
    } else {
      this.more += 1;
    }
    return true;
  }

  get count(): number {
    return this.ids.size + this.more;
  }

  get missed(): boolean {
    return this.missing;
  }
}

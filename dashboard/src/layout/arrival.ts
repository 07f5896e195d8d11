let arrived = false;

/**
 * True once for a document: whoever opens an address begins at its top, with the skip link; whoever comes from another page,
 * or from the log-in, goes on at the heading.
 */
export function isArrival(): boolean {
  const first = !arrived;
  arrived = true;
  return first;
}

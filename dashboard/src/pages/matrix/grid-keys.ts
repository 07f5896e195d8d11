/** How far Page Up and Page Down go. */
const PAGE_ROWS = 10;

/** Where a key leads from a cell of a grid; undefined for keys that lead nowhere. */
export function stepOf(
  key: string,
  row: number,
  column: number,
  rows: number,
  columns: number,
): [number, number] | undefined {
  const to: Record<string, [number, number]> = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    Home: [row, 0],
    End: [row, columns - 1],
    PageUp: [row - PAGE_ROWS, column],
    PageDown: [row + PAGE_ROWS, column],
  };
  const step = to[key];
  return step && [Math.min(Math.max(step[0], 0), rows - 1), Math.min(Math.max(step[1], 0), columns - 1)];
}

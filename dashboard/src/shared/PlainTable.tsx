import type { ReactNode } from 'react';

/** A small table of figures: real rows and headers, nothing else. */
export function PlainTable({
  caption,
  head,
  rows,
  ofFigures = false,
}: {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly ReactNode[])[];
  /** All cells but a row's first are figures, so that columns may be narrow. */
  ofFigures?: boolean;
}) {
  return (
    <div className={ofFigures ? 'plain-table of-figures' : 'plain-table'}>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={column}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

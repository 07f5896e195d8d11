import type { ReactNode } from 'react';
import { texts } from '../../texts';

/** A figure with a bar beside it, which says the same to the eye; a real table row. */
export function Bars({
  caption,
  head,
  rows,
}: {
  caption: string;
  head: readonly [string, string];
  rows: readonly { key: string; name: ReactNode; count: number }[];
}) {
  const most = Math.max(1, ...rows.map((row) => row.count));
  return (
    <table className="bars">
      <caption className="visually-hidden">{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            <td>
              <meter className="bar" min={0} max={most} value={row.count} aria-hidden="true" />
              <span>{texts.common.count(row.count)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { type KeyboardEvent, memo, type MouseEvent } from 'react';
import { texts } from '../../texts';
import { type Cell, cellKey, type Control, type Counts, doneOf, type Service } from './data';
import { stepOf } from './grid-keys';

const { matrix, common } = texts;

interface Props {
  services: readonly Service[];
  rows: readonly (readonly [string, readonly Control[]])[];
  cells: ReadonlyMap<string, Cell>;
  done: ReadonlyMap<string, Counts> | undefined;
  open: string;
  onOpen: (key: string) => void;
}

/** One cell: the owner in a word and a mark, and how much is done. Strings and classes only, for there are thousands. */
function CellButton({
  cell,
  counts,
  first,
  pressed,
}: {
  cell: Cell;
  counts: Counts | undefined;
  first: boolean;
  pressed: boolean;
}) {
  const { done, total } = doneOf(counts);
  return (
    <button
      type="button"
      className={`cell cell-${cell.category}`}
      data-cell={cellKey(cell.serviceModel, cell.control)}
      tabIndex={first ? 0 : -1}
      aria-pressed={pressed}
    >
      <span className="owner">{common.categories[cell.category]}</span>
      {total > 0 && <span className={done < total ? 'done left' : 'done'}>{matrix.done(done, total)}</span>}
      {cell.variants.length > 0 && <span className="varies">{matrix.varies}</span>}
    </button>
  );
}

function opened(event: MouseEvent | KeyboardEvent): string | undefined {
  return (event.target as HTMLElement).closest<HTMLElement>('[data-cell]')?.dataset['cell'];
}

/** Moves the focus from cell to cell; those that are not there are passed over. */
function move(event: KeyboardEvent<HTMLTableElement>): void {
  const from = (event.target as HTMLElement).closest('td');
  const line = from?.parentElement as HTMLTableRowElement | null | undefined;
  if (!from || !line) {
    return;
  }
  const lines = [...event.currentTarget.querySelectorAll<HTMLTableRowElement>('tr[data-row]')];
  const columns = line.cells.length - 1;
  let row = lines.indexOf(line);
  let column = from.cellIndex - 1;
  for (let tries = 0; tries < lines.length + columns; tries++) {
    const step = stepOf(event.key, row, column, lines.length, columns);
    if (!step || (step[0] === row && step[1] === column)) {
      return;
    }
    [row, column] = step;
    const button = lines[row]?.cells[column + 1]?.querySelector('button');
    if (button) {
      event.preventDefault();
      event.currentTarget.querySelector('button[tabindex="0"]')?.setAttribute('tabindex', '-1');
      button.setAttribute('tabindex', '0');
      button.focus();
      return;
    }
  }
}

/** The cell that is the table's tab stop at first. */
function firstOf(
  rows: Props['rows'],
  services: Props['services'],
  cells: Props['cells'],
): string | undefined {
  return rows
    .flatMap(([, of]) => of)
    .flatMap((control) => services.map((service) => cellKey(service.key, control.id)))
    .find((key) => cells.has(key));
}

/**
 * Controls by services as a plain table: Cloudscape's draws a tree of components for each cell, which takes seconds for 200
 * by 60. One cell is a tab stop; the arrow keys lead to the others.
 */
export const MatrixTable = memo(function MatrixTable({ services, rows, cells, done, open, onOpen }: Props) {
  const controls = rows.reduce((sum, [, of]) => sum + of.length, 0);
  const first = firstOf(rows, services, cells);
  return (
    <div className="matrix" role="region" aria-label={matrix.title} tabIndex={-1}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the cells are buttons; their clicks and keys are handled in one place */}
      <table
        onKeyDown={move}
        onClick={(event) => {
          const key = opened(event);
          if (key) {
            onOpen(key);
          }
        }}
      >
        <caption>
          {matrix.table(controls, services.length)}. <span className="no-print">{matrix.keys}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{matrix.control}</th>
            {services.map((service) => (
              <th key={service.key} scope="col" title={service.key}>
                {service.name}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map(([domain, of]) => (
          <tbody key={domain}>
            <tr className="domain">
              <th scope="rowgroup" colSpan={services.length + 1}>
                <span>{domain}</span>
              </th>
            </tr>
            {of.map((control) => (
              <tr key={control.id} data-row="">
                <th scope="row">{control.title}</th>
                {services.map((service) => {
                  const key = cellKey(service.key, control.id);
                  const cell = cells.get(key);
                  return (
                    <td key={service.key}>
                      {cell ? (
                        <CellButton
                          cell={cell}
                          counts={done?.get(key)}
                          first={key === first}
                          pressed={key === open}
                        />
                      ) : (
                        <span className="visually-hidden">{matrix.noCell}</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
});

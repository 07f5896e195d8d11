import { type CSSProperties, type KeyboardEvent, memo } from 'react';
import { texts } from '../../texts';
import { type Cell, cellKey, type Control, type Counts, doneOf, type Service } from './data';
import { stepOf } from './grid-keys';

const { matrix, common } = texts;
const NOTHING = { done: 0, total: 0 };

interface Props {
  services: readonly Service[];
  rows: readonly (readonly [string, readonly Control[]])[];
  cells: ReadonlyMap<string, Cell>;
  done: ReadonlyMap<string, Counts> | undefined;
  open: string;
  onOpen: (key: string) => void;
}

/**
 * One cell: the owner in a word and a mark, and how much is done. As few elements as can be, and no component of its own, for
 * there are thousands.
 */
function cellButton(cell: Cell, counts: Counts | undefined, first: boolean, current: boolean) {
  const { done, total } = counts ? doneOf(counts) : NOTHING;
  return (
    <button type="button" className="cell" tabIndex={first ? 0 : -1} aria-current={current || undefined}>
      {common.categories[cell.category]}
      {total > 0 && <span className={done < total ? 'done left' : 'done'}> {matrix.done(done, total)}</span>}
      {cell.variants.length > 0 && <span className="varies"> {matrix.varies}</span>}
    </button>
  );
}

/** One control; drawn anew only where something of its own changes. */
const Row = memo(function Row({
  control,
  services,
  cells,
  done,
  first,
  open,
}: {
  control: Control;
  services: readonly Service[];
  cells: Props['cells'];
  done: Props['done'];
  /** The service whose cell is the table's tab stop; empty where it is in another row. */
  first: string;
  /** The service whose cell is open; empty where it is in another row. */
  open: string;
}) {
  return (
    <tr role="row" data-row={control.id}>
      <th role="rowheader" scope="row">
        {control.title}
      </th>
      {services.map(({ key: service }) => {
        const key = cellKey(service, control.id);
        const cell = cells.get(key);
        return (
          <td key={service} role="cell" data-owner={cell?.category}>
            {cell ? (
              cellButton(cell, done?.get(key), service === first, service === open)
            ) : (
              <span className="visually-hidden">{matrix.noCell}</span>
            )}
          </td>
        );
      })}
    </tr>
  );
});

function placeOf(target: EventTarget): [HTMLTableRowElement, HTMLTableCellElement] | undefined {
  const cell = (target as HTMLElement).closest('td');
  const line = cell?.parentElement as HTMLTableRowElement | null | undefined;
  return cell && line ? [line, cell] : undefined;
}

/** Moves the focus from cell to cell; those that are not there are passed over. */
function move(event: KeyboardEvent<HTMLTableElement>): void {
  const place = placeOf(event.target);
  if (!place) {
    return;
  }
  const [line, from] = place;
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

/** The cell that is the table's tab stop at first: its control and its service. */
function firstOf({ rows, services, cells }: Pick<Props, 'rows' | 'services' | 'cells'>): [string, string] {
  for (const [, of] of rows) {
    for (const control of of) {
      const service = services.find((each) => cells.has(cellKey(each.key, control.id)));
      if (service) {
        return [control.id, service.key];
      }
    }
  }
  return ['', ''];
}

/**
 * Controls by services as a plain table: Cloudscape's draws a tree of components for each cell, which takes seconds for 200
 * by 60. Rows out of sight are not laid out, for which they can't be rows of a table to CSS; their roles say what they are.
 * One cell is a tab stop; the arrow keys lead to the others.
 */
export const MatrixTable = memo(function MatrixTable({ services, rows, cells, done, open, onOpen }: Props) {
  const controls = rows.reduce((sum, [, of]) => sum + of.length, 0);
  const first = firstOf({ rows, services, cells });
  const [openService = '', openControl = ''] = open.split(':');
  return (
    <div className="matrix" role="region" aria-label={matrix.title} tabIndex={-1}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the cells are buttons; their clicks and keys are handled in one place */}
      <table
        role="table"
        style={{ '--columns': services.length } as CSSProperties}
        onKeyDown={move}
        onClick={(event) => {
          const [line, cell] = placeOf(event.target) ?? [];
          const service = cell && services[cell.cellIndex - 1];
          if (service && line?.dataset['row'] && cell.dataset['owner']) {
            onOpen(cellKey(service.key, line.dataset['row']));
          }
        }}
      >
        <caption>
          {matrix.table(controls, services.length)}. <span className="no-print">{matrix.keys}</span>
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {matrix.control}
            </th>
            {services.map((service) => (
              <th key={service.key} role="columnheader" scope="col" title={service.key}>
                {service.name}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map(([domain, of]) => (
          <tbody key={domain} role="rowgroup">
            <tr role="row" className="domain">
              <th role="rowheader" scope="rowgroup" colSpan={services.length + 1}>
                <span>{domain}</span>
              </th>
            </tr>
            {of.map((control) => (
              <Row
                key={control.id}
                control={control}
                services={services}
                cells={cells}
                done={done}
                first={control.id === first[0] ? first[1] : ''}
                open={control.id === openControl ? openService : ''}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
});

// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, useState } from "react";
import { Link, useNavigate } from "react-router";
import classes from "./Table.module.css";

export type Column<T> = {
  key: string;
  title: string;
  cell: (row: T) => ReactNode;
  /** Shown from this width on; a phone keeps what is always there. */
  from?: "tablet" | "desktop";
  number?: boolean;
  grow?: boolean;
  /** A title for the eyes of screen readers only. */
  quiet?: boolean;
};

type Props<T> = {
  label: string;
  columns: Column<T>[];
  rows: T[];
  rowKey: (row: T) => string;
  /** Where a click on the row leads; the first cell is the link that the keyboard uses. */
  to?: (row: T) => string;
  /** At most so many pixels high: a longer list scrolls inside, and only rows in sight are drawn. */
  maxHeight?: number;
};

const ROW_PIXELS = 36;
const ROWS_AROUND = 8;

/** Dense rows of 36 px, the first cell a real link. */
export function Table<T>({ label, columns, rows, rowKey, to, maxHeight }: Props<T>) {
  const navigate = useNavigate();
  const [scrolled, setScrolled] = useState(0);
  const first = maxHeight === undefined ? 0 : Math.max(0, Math.min(Math.floor(scrolled / ROW_PIXELS), rows.length) - ROWS_AROUND);
  const shown = maxHeight === undefined ? rows : rows.slice(first, first + Math.ceil(maxHeight / ROW_PIXELS) + 2 * ROWS_AROUND);
  const below = rows.length - first - shown.length;
  return (
    <div className={classes.scroll} tabIndex={maxHeight === undefined ? -1 : 0} data-bounded={maxHeight !== undefined || undefined}
      style={maxHeight === undefined ? undefined : { maxHeight }} role={maxHeight === undefined ? undefined : "group"}
      aria-label={maxHeight === undefined ? undefined : label}
      onScroll={maxHeight === undefined ? undefined : (event) => setScrolled(event.currentTarget.scrollTop)}>
      <table className={classes.table} aria-label={label} aria-rowcount={maxHeight === undefined ? undefined : rows.length + 1}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-from={column.from} data-number={column.number || undefined}
                data-grow={column.grow || undefined}>
                {column.quiet ? <span className="visually-hidden">{column.title}</span> : column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Space rows={first} columns={columns.length} />
          {shown.map((row, index) => (
            <tr key={rowKey(row)} data-linked={to ? true : undefined}
              aria-rowindex={maxHeight === undefined ? undefined : first + index + 2}
              onClick={to ? (event) => followRow(event, () => void navigate(to(row))) : undefined}>
              {columns.map((column, index) => (
                <td key={column.key} data-from={column.from} data-number={column.number || undefined}
                  data-grow={column.grow || undefined}>
                  {to && index === 0 ? <Link to={to(row)} className={classes.first}>{column.cell(row)}</Link>
                    : column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
          <Space rows={below} columns={columns.length} />
        </tbody>
      </table>
    </div>
  );
}

/** The room of rows that are not drawn. */
function Space({ rows, columns }: { rows: number; columns: number }) {
  if (rows <= 0) return null;
  return <tr aria-hidden className={classes.space}><td colSpan={columns} style={{ height: rows * ROW_PIXELS }} /></tr>;
}

function followRow(event: React.MouseEvent, follow: () => void): void {
  const target = event.target as Element;
  if (target.closest("a, button, input, label, [role=switch]") === null) follow();
}

// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";
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
};

/** Dense rows of 36 px, the first cell a real link. */
export function Table<T>({ label, columns, rows, rowKey, to }: Props<T>) {
  const navigate = useNavigate();
  return (
    <div className={classes.scroll} tabIndex={-1}>
      <table className={classes.table} aria-label={label}>
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
          {rows.map((row) => (
            <tr key={rowKey(row)} data-linked={to ? true : undefined}
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
        </tbody>
      </table>
    </div>
  );
}

function followRow(event: React.MouseEvent, follow: () => void): void {
  const target = event.target as Element;
  if (target.closest("a, button, input, label, [role=switch]") === null) follow();
}

// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";
import { Link } from "react-router";
import classes from "./Tile.module.css";

type Props = { label: string; value: ReactNode; note?: ReactNode; to: string; tone?: "critical" | "warning" | "plain" };

/** One figure at a glance, leading to the page behind it. */
export function Tile({ label, value, note, to, tone = "plain" }: Props) {
  return (
    <Link to={to} className={classes.tile} data-tone={tone}>
      <span className={classes.label}>{label}</span>
      <span className={classes.line}>
        <span className={classes.value}>{value}</span>
        {note !== undefined && <span className={classes.note}>{note}</span>}
      </span>
    </Link>
  );
}

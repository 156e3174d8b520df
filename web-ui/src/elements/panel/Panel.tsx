// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";
import classes from "./Panel.module.css";

type Props = { title?: ReactNode; aside?: ReactNode; children: ReactNode; flush?: boolean; className?: string };

/** A bordered surface with an optional heading; `flush` gives tables the full width. */
export function Panel({ title, aside, children, flush = false, className }: Props) {
  return (
    <section className={`${classes.panel} ${className ?? ""}`}>
      {(title !== undefined || aside !== undefined) && (
        <header className={classes.head}>
          {title !== undefined && <h2 className={classes.title}>{title}</h2>}
          {aside !== undefined && <div className={classes.aside}>{aside}</div>}
        </header>
      )}
      <div className={flush ? classes.flush : classes.body}>{children}</div>
    </section>
  );
}

/** The head of a page: its name, what it says about itself, its actions. */
export function PageHead({ title, note, children }: { title: ReactNode; note?: ReactNode; children?: ReactNode }) {
  return (
    <div className={classes.page}>
      <div className={classes.names}>
        <h1>{title}</h1>
        {note !== undefined && <p className={classes.note}>{note}</p>}
      </div>
      {children !== undefined && <div className={classes.actions}>{children}</div>}
    </div>
  );
}

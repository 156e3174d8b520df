// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatTime } from "../../format/time";
import classes from "./EditorPage.module.css";

/** A part of what stands beside a text. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <h2 className={classes.sectionTitle}>{title}</h2>
      {children}
    </section>
  );
}

type Version = { version: number; savedAt: string; savedBy: string };
type Props<V extends Version> = {
  of: { version: number; newest: number; versions: V[] };
  /** Where the newest version has its page. */
  path: string;
  testId: string;
  /** What else there is to say of a version, or to do with it. */
  extra?: (version: V) => ReactNode;
  children?: ReactNode;
};

/** The versions of a text, the newest first; each leads to its text. */
export function Versions<V extends Version>({ of, path, testId, extra, children }: Props<V>) {
  const { t } = useTranslation();
  return (
    <Section title={t("editor.versions")}>
      <ul className={classes.list} data-testid={testId}>
        {of.versions.map((one) => (
          <li key={one.version} aria-current={one.version === of.version ? "true" : undefined}>
            <Link to={one.version === of.newest ? path : `${path}?version=${one.version}`}>v{one.version}</Link>
            <span className="dim">{formatTime(one.savedAt)} · {one.savedBy}</span>
            {one.version === of.version && <span className={classes.version}>{t("editor.shown")}</span>}
            {extra?.(one)}
          </li>
        ))}
      </ul>
      {children}
    </Section>
  );
}

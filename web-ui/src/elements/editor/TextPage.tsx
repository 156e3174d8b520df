// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { CircleAlert, Save } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Problem } from "../../api/problem";
import type { Diagnostic } from "../../api/types";
import { LeaveGuard } from "../leave-guard/LeaveGuard";
import { COMMAND } from "../shell/navigation";
import { useProblemText } from "../states/States";
import { CodeEditor } from "./CodeEditor";
import classes from "./EditorPage.module.css";

type Props = {
  /** The list that the text belongs to. */
  parent: { to: string; title: string };
  title: string;
  /** Null: a new text. */
  version: number | null;
  text: string;
  file: string;
  codeLabel: string;
  saveLabel: string;
  isDirty: boolean;
  canSave: boolean;
  isSaving: boolean;
  /** True from the moment on when leaving is the reader's wish, such as after a save. */
  isLeaving: boolean;
  /** Why the last save did not happen; null when it did. */
  failure: unknown;
  onChange: (text: string) => void;
  onSave: () => void;
  actions?: ReactNode;
  /** What a new text needs besides itself. */
  fields?: ReactNode;
  /** What stands beside the text. */
  side: ReactNode;
  children?: ReactNode;
};

/** A text that is saved in versions, left, and what belongs to it, right; a failed save leads to its line. */
export function TextPage({ parent, title, version, text, file, codeLabel, isDirty, failure, ...page }: Props) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const [place, setPlace] = useState<{ line: number; column: number } | null>(null);
  const diagnostics = useMemo(() => diagnosticsOf(failure), [failure]);
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <div className={classes.names}>
          <Link to={parent.to} className={classes.crumb}>{parent.title}</Link>
          <span className={classes.crumb} aria-hidden>/</span>
          <h1 className={classes.title}>{title}</h1>
          {version !== null && <span className={classes.version}>v{version}</span>}
          {isDirty && <span className={classes.dirty}>{t("editor.unsaved")}</span>}
        </div>
        <div className={classes.actions}>
          {page.actions}
          <Button leftSection={<Save size={14} />} onClick={page.onSave} loading={page.isSaving} disabled={!page.canSave}
            title={`${COMMAND} S`}>
            {page.saveLabel}
          </Button>
        </div>
      </div>
      {page.fields !== undefined && <div className={classes.fields}>{page.fields}</div>}
      {failure !== null && (
        <div className={classes.notice} role="alert" data-tone="critical">
          <CircleAlert size={16} aria-hidden />
          <span className={classes.noticeText}>{t("editor.notSaved", { reason: textOf(failure) })}</span>
          {diagnostics.map(({ line, column }) => line !== null && (
            <Button key={line} size="compact-sm" variant="default" onClick={() => setPlace({ line, column: column ?? 1 })}>
              {t("editor.goToLine", { line })}
            </Button>
          ))}
        </div>
      )}
      <div className={classes.split}>
        <section className={classes.code} aria-label={codeLabel}>
          <CodeEditor key={file} label={codeLabel} file={file} value={text} revision={0} diagnostics={diagnostics} goTo={place}
            onChange={page.onChange} onSave={page.onSave} />
        </section>
        <div className={classes.work}>
          <div className={classes.side}>{page.side}</div>
        </div>
      </div>
      {page.children}
      <LeaveGuard isDirty={isDirty && !page.isLeaving} onLeave={() => undefined} />
    </div>
  );
}

/** What a refused save says of the text. */
export function diagnosticsOf(failure: unknown): Diagnostic[] {
  if (!(failure instanceof Problem) || failure.extra.line === undefined) return [];
  return [{ severity: "error", message: failure.detail, line: failure.extra.line, column: failure.extra.column ?? 1 }];
}

// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { CircleAlert, UsersRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Problem } from "../../api/problem";
import type { Rule } from "../../api/types";
import { useProblemText } from "../../elements/states/States";
import type { Conflict } from "./useSave";
import frame from "../../elements/editor/EditorPage.module.css";

type Props = {
  conflict: Conflict | null;
  failure: unknown;
  onKeepMine: (theirs: Rule) => void;
  onTakeTheirs: (theirs: Rule) => void;
  onShowTests: () => void;
  onGoTo: (place: { line: number; column: number }) => void;
};

/** Why a save did not happen, and what to do about it; the text stays as it is. */
export function SaveNotices({ conflict, failure, onKeepMine, onTakeTheirs, onShowTests, onGoTo }: Props) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  if (conflict) {
    const { theirs } = conflict;
    return (
      <div className={frame.notice} role="alert" data-tone="warning">
        <UsersRound size={16} aria-hidden />
        <span className={frame.noticeText}>
          {t("editor.conflict", { version: theirs.version, account: theirs.updatedBy })}
        </span>
        <Button size="compact-sm" variant="default" onClick={() => onTakeTheirs(theirs)}>{t("editor.takeTheirs")}</Button>
        <Button size="compact-sm" variant="default" onClick={() => onKeepMine(theirs)}>{t("editor.keepMine")}</Button>
      </div>
    );
  }
  if (!failure) return null;
  const line = failure instanceof Problem ? failure.extra.line : undefined;
  const column = failure instanceof Problem ? (failure.extra.column ?? 1) : 1;
  return (
    <div className={frame.notice} role="alert" data-tone="critical">
      <CircleAlert size={16} aria-hidden />
      <span className={frame.noticeText}>{t("editor.notSaved", { reason: textOf(failure) })}</span>
      {failure instanceof Problem && failure.extra.testRun && (
        <Button size="compact-sm" variant="default" onClick={onShowTests}>{t("editor.showTests")}</Button>
      )}
      {line !== undefined && (
        <Button size="compact-sm" variant="default" onClick={() => onGoTo({ line, column })}>
          {t("editor.goToLine", { line })}
        </Button>
      )}
    </div>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Button, Switch } from "@mantine/core";
import { Play, Save } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import type { Rule } from "../../api/types";
import { CodeEditor } from "../../elements/editor/CodeEditor";
import frame from "../../elements/editor/EditorPage.module.css";
import { LeaveGuard } from "../../elements/leave-guard/LeaveGuard";
import { COMMAND } from "../../elements/shell/navigation";
import { toast } from "../../elements/toast/toast";
import { localized } from "../../format/text";
import { isPython } from "./blank";
import { SaveNotices } from "./SaveNotices";
import { useDraft } from "./useDraft";
import { useSave } from "./useSave";
import { useWorkbench } from "./useWorkbench";
import { WorkTabs } from "./WorkTabs";

/** `language` of a rule that is not saved yet. */
type Props = { rule: Rule | null; source: string; draftKey: string; language?: string };

/** Left the code, right what it does. */
export function RuleEditor({ rule, source, draftKey, language: chosen = "javascript" }: Props) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const language = rule?.language ?? chosen;
  const { draft, revision, version, isDirty, change, rebase, abandon } = useDraft(rule, source, draftKey);
  const bench = useWorkbench(draft.source, language, draft.parameters, rule?.header ?? null);
  const [place, setPlace] = useState<{ line: number; column: number } | null>(null);

  const [, setSearch] = useSearchParams();
  const showTests = useCallback(() => setSearch({ tab: "tests" }, { replace: true }), [setSearch]);
  const onSaved = useCallback((saved: Rule) => {
    const failed = saved.testRun?.passed === false;
    const said = { name: saved.id, version: saved.version };
    toast(t(failed ? "editor.savedOff" : "editor.saved", said), failed ? "critical" : "ok");
    if (rule === null) {
      abandon();
      void navigate(`/rules/${encodeURIComponent(saved.id)}?tab=${failed ? "tests" : "evaluations"}`, { replace: true });
    } else {
      rebase(saved, true);
      change({ enabled: saved.enabled });
      if (failed) showTests();
    }
  }, [t, rule, abandon, navigate, rebase, change, showTests]);
  const saving = useSave(rule?.id ?? null, onSaved);
  const body = { source: draft.source, language, tests: draft.tests, parameters: bench.values, enabled: draft.enabled };
  const save = (against = version) => {
    if (!saving.isSaving) void saving.save(body, against);
  };
  const run = () => void bench.run.refetch();
  useEditorKeys(save, run);

  const title = localized(bench.header?.title ?? rule?.title, i18n.language) || rule?.id || t("editor.newRule");
  return (
    <div className={frame.page}>
      <div className={frame.head}>
        <div className={frame.names}>
          <Link to="/rules" className={frame.crumb}>{t("page.rules")}</Link>
          <span className={frame.crumb} aria-hidden>/</span>
          <h1 className={frame.title}>{title}</h1>
          {rule !== null && <span className={frame.version}>v{version}</span>}
          <span className={frame.version}>{t(`language.${language}`)}</span>
          {isDirty && <span className={frame.dirty}>{t("editor.unsaved")}</span>}
        </div>
        <div className={frame.actions}>
          <Switch size="xs" label={t("rules.enabled")} checked={draft.enabled}
            onChange={(event) => change({ enabled: event.currentTarget.checked })} />
          <Button variant="default" leftSection={<Play size={14} />} onClick={run} loading={bench.run.isFetching}
            title={`${COMMAND} Enter`}>
            {t("editor.run")}
          </Button>
          <Button leftSection={<Save size={14} />} onClick={() => save()} loading={saving.isSaving}
            disabled={rule !== null && !isDirty} title={`${COMMAND} S`}>
            {t("editor.save")}
          </Button>
        </div>
      </div>
      <SaveNotices conflict={saving.conflict} failure={saving.failure}
        onShowTests={showTests} onKeepMine={(theirs) => save(theirs.version)}
        onTakeTheirs={(theirs) => {
          rebase(theirs, false);
          saving.clearConflict();
        }} onGoTo={setPlace} />
      <div className={frame.split}>
        <section className={frame.code} aria-label={t("editor.code")}>
          <CodeEditor label={t("editor.code")} file={isPython(language) ? "rule.py" : "rule.js"} value={draft.source}
            revision={revision} diagnostics={bench.diagnostics} goTo={place} onChange={(text) => change({ source: text })} onSave={() => save()} />
        </section>
        <WorkTabs rule={rule} language={language} bench={bench} draft={draft} revision={revision} onGoTo={setPlace} onChange={change}
          onSave={() => save()} />
      </div>
      <LeaveGuard isDirty={isDirty && !saving.isSaving} onLeave={abandon} />
    </div>
  );
}

/** ⌘S saves and ⌘Enter runs, wherever the focus is on this page. */
function useEditorKeys(save: () => void, run: () => void): void {
  const latest = useRef({ save, run });
  useEffect(() => {
    latest.current = { save, run };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey)) return;
      if (event.key.toLowerCase() === "s") {
        event.preventDefault();
        if (!(event.target instanceof Element && event.target.closest(".monaco-editor"))) latest.current.save();
      }
      if (event.key === "Enter") {
        event.preventDefault();
        event.stopPropagation();
        latest.current.run();
      }
    };
    window.addEventListener("keydown", onKey, { capture: true });
    return () => window.removeEventListener("keydown", onKey, { capture: true });
  }, []);
}

// SPDX-License-Identifier: Apache-2.0
import { Button, Select, Textarea, TextInput } from "@mantine/core";
import { CircleAlert, Save } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useNavigate } from "react-router";
import type { OwnAlgorithm, TestedAlgorithm } from "../../api/algorithms";
import { api } from "../../api/client";
import { keys, useWrite } from "../../api/hooks";
import { Problem } from "../../api/problem";
import type { Diagnostic } from "../../api/types";
import { CodeEditor } from "../../elements/editor/CodeEditor";
import frame from "../../elements/editor/EditorPage.module.css";
import { LeaveGuard } from "../../elements/leave-guard/LeaveGuard";
import { COMMAND } from "../../elements/shell/navigation";
import { useProblemText } from "../../elements/states/States";
import { toast } from "../../elements/toast/toast";
import { TestList, VersionList } from "./Side";
import { callOf, START_JAVASCRIPT, START_PYTHON } from "./start";
import { TryAlgorithm } from "./TryAlgorithm";
import classes from "./Algorithms.module.css";

/** Left the text of an algorithm of one's own, right a trial, its tests and its versions; null: a new one. */
export function AlgorithmEditor({ algorithm }: { algorithm: OwnAlgorithm | null }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [language, setLanguage] = useState(algorithm?.language ?? "javascript");
  const [typed, setTyped] = useState<string | null>(algorithm?.source ?? null);
  const [documentation, setDocumentation] = useState(algorithm?.documentation ?? "");
  // Tests run with a save; the page that shows the saved version is a new one.
  const told = useLocation().state as { tests?: TestedAlgorithm[] | null } | null;
  const [isLeaving, setIsLeaving] = useState(false);
  const isPython = language === "python";
  const source = typed ?? (isPython ? START_PYTHON : START_JAVASCRIPT);
  const full = algorithm?.name ?? `own/${name}`;
  const isOld = algorithm !== null && algorithm.version < algorithm.newest;
  const isDirty = algorithm === null ? typed !== null : typed !== algorithm.source || documentation !== algorithm.documentation;

  const saving = useWrite(
    () => api.putAlgorithm(full, { language, source, documentation }, algorithm?.newest ?? null),
    keys.algorithms, keys.ownAlgorithm,
  );
  const save = () => {
    if (saving.isPending || (algorithm === null && name === "")) return;
    setIsLeaving(true);
    saving.mutate(undefined, {
      onSuccess: (saved) => {
        toast(t("editor.saved", { name: saved.name, version: saved.version }));
        void navigate(`/algorithms/${saved.name}`, { replace: true, state: { tests: saved.tests } });
      },
      onError: () => setIsLeaving(false),
    });
  };
  const diagnostics = saving.isError ? diagnosticsOf(saving.error) : NONE;

  return (
    <div className={frame.page}>
      <div className={frame.head}>
        <div className={frame.names}>
          <Link to="/algorithms" className={frame.crumb}>{t("page.algorithms")}</Link>
          <span className={frame.crumb} aria-hidden>/</span>
          <h1 className={frame.title}>{algorithm?.name ?? t("algorithms.new")}</h1>
          {algorithm !== null && <span className={frame.version}>v{algorithm.version}</span>}
          {isDirty && <span className={frame.dirty}>{t("editor.unsaved")}</span>}
        </div>
        <div className={frame.actions}>
          <Button leftSection={<Save size={14} />} onClick={save} loading={saving.isPending}
            disabled={algorithm === null ? name === "" : !isDirty && !isOld} title={`${COMMAND} S`}>
            {t(isOld ? "algorithms.saveAsNewest" : "editor.save")}
          </Button>
        </div>
      </div>
      {algorithm === null && (
        <div className={classes.head}>
          <TextInput label={t("algorithms.name")} description={t("algorithms.nameHelp")} placeholder="night-shift" value={name}
            onChange={(event) => setName(event.currentTarget.value.trim())} />
          <Select label={t("rules.language")} value={language} allowDeselect={false} onChange={(value) => setLanguage(value ?? "javascript")}
            data={["javascript", "python"].map((value) => ({ value, label: t(`language.${value}`) }))} />
        </div>
      )}
      {saving.isError && (
        <div className={frame.notice} role="alert" data-tone="critical">
          <CircleAlert size={16} aria-hidden />
          <span className={frame.noticeText}>{t("editor.notSaved", { reason: textOf(saving.error) })}</span>
        </div>
      )}
      <div className={frame.split}>
        <section className={frame.code} aria-label={t("algorithms.code")}>
          <CodeEditor key={language} label={t("algorithms.code")} file={isPython ? "algorithm.py" : "algorithm.js"} value={source} revision={0}
            diagnostics={diagnostics} goTo={null} onChange={setTyped} onSave={save} />
        </section>
        <div className={frame.work}>
          <div className={classes.side}>
            <TryAlgorithm language={language} source={source} params={algorithm?.header.params ?? []} />
            {algorithm !== null && <TestList names={algorithm.header.tests} tests={told?.tests ?? []} />}
            {algorithm !== null && <VersionList algorithm={algorithm} />}
            <section>
              <h2 className={classes.section}>{t("algorithms.inRule")}</h2>
              <code className={classes.call}>{callOf(full, algorithm?.kind ?? "anomaly", language)}</code>
            </section>
            <Textarea label={t("algorithms.documentation")} autosize minRows={3} maxRows={12} value={documentation}
              onChange={(event) => setDocumentation(event.currentTarget.value)} />
          </div>
        </div>
      </div>
      <LeaveGuard isDirty={isDirty && !isLeaving} onLeave={() => undefined} />
    </div>
  );
}

const NONE: Diagnostic[] = [];

function diagnosticsOf(failure: unknown): Diagnostic[] {
  if (!(failure instanceof Problem) || failure.extra.line === undefined) return NONE;
  return [{ severity: "error", message: failure.detail, line: failure.extra.line, column: failure.extra.column ?? 1 }];
}

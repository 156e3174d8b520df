// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from "@mantine/core";
import { CircleAlert, Save, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { api } from "../../api/client";
import { keys, useWrite } from "../../api/hooks";
import type { Module } from "../../api/modules";
import { Problem } from "../../api/problem";
import type { Diagnostic } from "../../api/types";
import { Confirm } from "../../elements/confirm/Confirm";
import { CodeEditor } from "../../elements/editor/CodeEditor";
import frame from "../../elements/editor/EditorPage.module.css";
import { LeaveGuard } from "../../elements/leave-guard/LeaveGuard";
import { COMMAND } from "../../elements/shell/navigation";
import { useProblemText } from "../../elements/states/States";
import { toast } from "../../elements/toast/toast";
import { ModuleSide } from "./ModuleSide";
import classes from "./Modules.module.css";
import { START_JAVASCRIPT, START_PYTHON } from "./start";

/** Left the text of a module, right its versions and the rules that run with it; null: a new one. */
export function ModuleEditor({ module }: { module: Module | null }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const navigate = useNavigate();
  const [name, setName] = useState(module?.name ?? "");
  const [typed, setTyped] = useState<string | null>(module?.source ?? null);
  const [isLeaving, setIsLeaving] = useState(false);
  const [isDoomed, setIsDoomed] = useState(false);
  const [place, setPlace] = useState<{ line: number; column: number } | null>(null);
  const isPython = name.endsWith(".py");
  const text = typed ?? (isPython ? START_PYTHON : START_JAVASCRIPT);
  const isOld = module !== null && module.version < module.newest;
  const isDirty = module === null ? typed !== null : typed !== module.source;

  const saving = useWrite(
    () => (module === null ? api.createModule(name, text) : api.putModule(module.name, text, module.newest)),
    keys.modules, keys.module,
  );
  const save = () => {
    if (saving.isPending) return;
    setIsLeaving(true);
    saving.mutate(undefined, {
      onSuccess: (saved) => {
        toast(t("editor.saved", { name: saved.name, version: saved.version }));
        void navigate(`/modules/${saved.name}`, { replace: true });
      },
      onError: () => setIsLeaving(false),
    });
  };
  const removing = useWrite(() => api.deleteModule(module?.name ?? ""), keys.modules);
  const remove = () => {
    setIsLeaving(true);
    removing.mutate(undefined, {
      onSuccess: () => {
        toast(t("rules.deleted", { name }));
        void navigate("/modules", { replace: true });
      },
      onError: (failure) => {
        setIsLeaving(false);
        toast(textOf(failure), "critical");
      },
      onSettled: () => setIsDoomed(false),
    });
  };
  const diagnostics = saving.isError ? diagnosticsOf(saving.error) : NONE;

  return (
    <div className={frame.page}>
      <div className={frame.head}>
        <div className={frame.names}>
          <Link to="/modules" className={frame.crumb}>{t("page.modules")}</Link>
          <span className={frame.crumb} aria-hidden>/</span>
          <h1 className={frame.title}>{module?.name ?? t("modules.new")}</h1>
          {module !== null && <span className={frame.version}>v{module.version}</span>}
          {isDirty && <span className={frame.dirty}>{t("editor.unsaved")}</span>}
        </div>
        <div className={frame.actions}>
          {module !== null && (
            <Button variant="default" leftSection={<Trash2 size={14} />} onClick={() => setIsDoomed(true)}>{t("action.delete")}</Button>
          )}
          <Button leftSection={<Save size={14} />} onClick={save} loading={saving.isPending}
            disabled={module === null ? name === "" : !isDirty && !isOld} title={`${COMMAND} S`}>
            {t(isOld ? "modules.saveAsNewest" : "editor.save")}
          </Button>
        </div>
      </div>
      {module === null && (
        <TextInput className={classes.name} label={t("modules.name")} description={t("modules.nameHelp")} placeholder="shared/budget.js"
          value={name} onChange={(event) => setName(event.currentTarget.value.trim())} />
      )}
      {saving.isError && (
        <div className={frame.notice} role="alert" data-tone="critical">
          <CircleAlert size={16} aria-hidden />
          <span className={frame.noticeText}>{t("editor.notSaved", { reason: textOf(saving.error) })}</span>
          {diagnostics.map(({ line, column }) => line !== null && (
            <Button key={line} size="compact-sm" variant="default" onClick={() => setPlace({ line, column: column ?? 1 })}>
              {t("editor.goToLine", { line })}
            </Button>
          ))}
        </div>
      )}
      <div className={frame.split}>
        <section className={frame.code} aria-label={t("modules.code")}>
          <CodeEditor label={t("modules.code")} file={isPython ? "module.py" : "module.js"} value={text} revision={0}
            diagnostics={diagnostics} goTo={place} onChange={setTyped} onSave={save} />
        </section>
        <div className={frame.work}>
          <ModuleSide module={module} name={name} text={text} />
        </div>
      </div>
      <Confirm opened={isDoomed} title={t("modules.deleteTitle")} action={t("action.delete")}
        text={t("modules.deleteText", { name })} isBusy={removing.isPending} onConfirm={remove} onClose={() => setIsDoomed(false)} />
      <LeaveGuard isDirty={isDirty && !isLeaving} onLeave={() => undefined} />
    </div>
  );
}

const NONE: Diagnostic[] = [];

function diagnosticsOf(failure: unknown): Diagnostic[] {
  if (!(failure instanceof Problem) || failure.extra.line === undefined) return NONE;
  return [{ severity: "error", message: failure.detail, line: failure.extra.line, column: failure.extra.column ?? 1 }];
}

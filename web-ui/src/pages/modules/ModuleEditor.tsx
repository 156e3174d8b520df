// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from "@mantine/core";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { api } from "../../api/client";
import { isUnderWay, keys, useWrite } from "../../api/hooks";
import type { Module } from "../../api/modules";
import { Confirm } from "../../elements/confirm/Confirm";
import { TextPage } from "../../elements/editor/TextPage";
import { useProblemText } from "../../elements/states/States";
import { toast } from "../../elements/toast/toast";
import { ModuleSide } from "./ModuleSide";
import { START_JAVASCRIPT, START_PYTHON } from "./start";

/** Left the text of a module, right its versions and the rules that run with it; null: a new one. */
export function ModuleEditor({ module }: { module: Module | null }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const navigate = useNavigate();
  const [name, setName] = useState(module?.name ?? "");
  const [typed, setTyped] = useState<string | null>(module?.source ?? null);
  const [isDoomed, setIsDoomed] = useState(false);
  const isPython = name.endsWith(".py");
  const text = typed ?? (isPython ? START_PYTHON : START_JAVASCRIPT);
  const isOld = module !== null && module.version < module.newest;
  const isDirty = module === null ? typed !== null : typed !== module.source;

  const saving = useWrite(
    () => (module === null ? api.createModule(name, text) : api.putModule(module.name, text, module.newest)),
    keys.modules, keys.module,
  );
  const removing = useWrite(() => api.deleteModule(module?.name ?? ""), keys.modules);
  const save = () => {
    if (saving.isPending) return;
    saving.mutate(undefined, {
      onSuccess: (saved) => {
        toast(t("editor.saved", { name: saved.name, version: saved.version }));
        void navigate(`/modules/${saved.name}`, { replace: true });
      },
    });
  };
  const remove = () => removing.mutate(undefined, {
    onSuccess: () => {
      toast(t("rules.deleted", { name }));
      void navigate("/modules", { replace: true });
    },
    onError: (failure) => toast(textOf(failure), "critical"),
    onSettled: () => setIsDoomed(false),
  });

  return (
    <TextPage parent={{ to: "/modules", title: t("page.modules") }} title={module?.name ?? t("modules.new")}
      version={module?.version ?? null} text={text} file={isPython ? "module.py" : "module.js"} codeLabel={t("modules.code")}
      saveLabel={t(isOld ? "editor.saveAsNewest" : "editor.save")} isDirty={isDirty}
      canSave={module === null ? name !== "" : isDirty || isOld} isSaving={saving.isPending}
      isLeaving={isUnderWay(saving) || isUnderWay(removing)} failure={saving.error} onChange={setTyped} onSave={save}
      actions={module !== null && (
        <Button variant="default" leftSection={<Trash2 size={14} />} onClick={() => setIsDoomed(true)}>{t("action.delete")}</Button>
      )}
      fields={module === null ? (
        <TextInput label={t("modules.name")} description={t("modules.nameHelp")} placeholder="shared/budget.js"
          value={name} onChange={(event) => setName(event.currentTarget.value.trim())} />
      ) : undefined}
      side={<ModuleSide module={module} name={name} text={text} />}>
      <Confirm opened={isDoomed} title={t("modules.deleteTitle")} action={t("action.delete")}
        text={t("modules.deleteText", { name })} isBusy={removing.isPending} onConfirm={remove} onClose={() => setIsDoomed(false)} />
    </TextPage>
  );
}

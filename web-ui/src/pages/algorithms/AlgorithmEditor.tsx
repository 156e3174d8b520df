// SPDX-License-Identifier: Apache-2.0
import { Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import type { AlgorithmText, OwnAlgorithm, TestedAlgorithm, Trial } from "../../api/algorithms";
import { api } from "../../api/client";
import { isUnderWay, keys, useWrite } from "../../api/hooks";
import frame from "../../elements/editor/EditorPage.module.css";
import { Section } from "../../elements/editor/Sections";
import { TextPage } from "../../elements/editor/TextPage";
import { toast } from "../../elements/toast/toast";
import { EndOfUse } from "./EndOfUse";
import { ModelField, ModelSection } from "./ModelField";
import { AlgorithmVersions, TestList, UseList } from "./Side";
import { callOf, FILES, START } from "./start";
import { TryAlgorithm } from "./TryAlgorithm";

/** Left the text of an algorithm of one's own, right a trial, its tests and its versions; null: a new one. */
export function AlgorithmEditor({ algorithm }: { algorithm: OwnAlgorithm | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [language, setLanguage] = useState(algorithm?.language ?? "javascript");
  const [typed, setTyped] = useState<string | null>(algorithm?.source ?? null);
  const [documentation, setDocumentation] = useState(algorithm?.documentation ?? "");
  const [model, setModel] = useState<string | null>(null);
  const [isGone, setIsGone] = useState(false);
  // Tests run with a save; the page that shows the saved version is a new one.
  const told = useLocation().state as { tests?: TestedAlgorithm[] | null } | null;
  const isModel = language === "onnx";
  const source = typed ?? START[language] ?? "";
  const text: Omit<AlgorithmText, "documentation"> = { language, source, ...(model === null ? {} : { model }) };
  const full = algorithm?.name ?? `own/${name}`;
  const isOld = algorithm !== null && algorithm.version < algorithm.newest;
  const isDirty = model !== null
    || (algorithm === null ? typed !== null : typed !== algorithm.source || documentation !== algorithm.documentation);
  const canSave = algorithm === null ? name !== "" && (!isModel || model !== null) : isDirty || isOld;

  const choose = (chosen: string) => {
    setLanguage(chosen);
    setModel(null);
  };
  const saving = useWrite(
    () => api.putAlgorithm(full, { ...text, documentation }, algorithm?.newest ?? null),
    keys.algorithms, keys.ownAlgorithm,
  );
  const save = () => {
    if (saving.isPending || !canSave) return;
    saving.mutate(undefined, {
      onSuccess: (saved) => {
        toast(t("editor.saved", { name: saved.name, version: saved.version }));
        void navigate(`/algorithms/${saved.name}`, { replace: true, state: { tests: saved.tests } });
      },
    });
  };

  // The server knows a saved model: it is named, not sent again, to be tried.
  const known = isModel && model === null && algorithm !== null ? { use: `${full}@${algorithm.version}` } : {};
  const run = (trial: Trial) => api.tryAlgorithm({ ...text, ...known }, trial);

  return (
    <TextPage parent={{ to: "/algorithms", title: t("page.algorithms") }} title={algorithm?.name ?? t("algorithms.new")}
      version={algorithm?.version ?? null} text={source} file={FILES[language] ?? "algorithm.js"}
      codeLabel={t("algorithms.code")} saveLabel={t(isOld ? "editor.saveAsNewest" : "editor.save")} isDirty={isDirty}
      canSave={canSave} isSaving={saving.isPending} isLeaving={isUnderWay(saving) || isGone} failure={saving.error}
      onChange={setTyped} onSave={save}
      actions={algorithm !== null && <EndOfUse algorithm={algorithm} onDelete={setIsGone} />}
      fields={algorithm === null ? (
        <>
          <TextInput label={t("algorithms.name")} description={t("algorithms.nameHelp")} placeholder="night-shift" value={name}
            onChange={(event) => setName(event.currentTarget.value.trim())} />
          <Select label={t("rules.language")} value={language} allowDeselect={false} onChange={(value) => choose(value ?? "javascript")}
            data={["javascript", "python", "onnx"].map((value) => ({ value, label: t(`language.${value}`) }))} />
          {isModel && <ModelField isKept={false} onChange={setModel} />}
        </>
      ) : undefined}
      side={(
        <>
          <TryAlgorithm params={algorithm?.header.params ?? []} run={run} />
          {algorithm !== null && isModel && <ModelField isKept onChange={setModel} />}
          {algorithm?.header.model && <ModelSection model={algorithm.header.model} />}
          {algorithm !== null && <TestList names={algorithm.header.tests} tests={told?.tests ?? []} />}
          {algorithm !== null && <AlgorithmVersions algorithm={algorithm} />}
          <Section title={t("algorithms.inRule")}>
            <code className={frame.snippet}>{callOf(full, algorithm?.kind ?? "anomaly", language)}</code>
          </Section>
          {algorithm !== null && <UseList algorithm={algorithm} />}
          <Textarea label={t("algorithms.documentation")} autosize minRows={3} maxRows={12} value={documentation}
            onChange={(event) => setDocumentation(event.currentTarget.value)} />
        </>
      )} />
  );
}

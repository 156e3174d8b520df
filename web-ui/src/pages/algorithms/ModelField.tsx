// SPDX-License-Identifier: Apache-2.0
import { FileInput } from "@mantine/core";
import { FileUp } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ModelFacts } from "../../api/algorithms";
import { Section } from "../../elements/editor/Sections";
import { formatValue } from "../../format/units";
import classes from "./Algorithms.module.css";

/** As many bytes as the server takes. */
const MOST_BYTES = 8 * 1024 * 1024;

type Props = { isKept: boolean; onChange: (base64: string | null) => void };

/** An ONNX model from a file; without one the model of the version before stays, if there is one. */
export function ModelField({ isKept, onChange }: Props) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const most = formatValue(MOST_BYTES, "bytes");
  const isTooLarge = file !== null && file.size > MOST_BYTES;
  const choose = (chosen: File | null) => {
    setFile(chosen);
    if (chosen === null || chosen.size > MOST_BYTES) onChange(null);
    else void base64Of(chosen).then(onChange);
  };
  return (
    <FileInput label={t("algorithms.modelFile")} description={isKept ? t("algorithms.modelKept") : t("algorithms.modelHelp", { most })}
      placeholder={t("algorithms.modelChoose")} accept=".onnx" clearable value={file} onChange={choose} leftSection={<FileUp size={14} />}
      clearButtonProps={{ "aria-label": t("action.delete") }}
      error={isTooLarge && t("algorithms.modelTooLarge", { size: formatValue(file.size, "bytes"), most })} />
  );
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.onload = () => {
      const url = String(reader.result);
      resolve(url.slice(url.indexOf(",") + 1));
    };
    reader.readAsDataURL(file);
  });
}

/** What the model of a version takes and answers. */
export function ModelSection({ model }: { model: ModelFacts }) {
  const { t } = useTranslation();
  return (
    <Section title={t("algorithms.model")}>
      <dl className={classes.parameters}>
        <div><dt className="dim">{formatValue(model.bytes, "bytes")} · <code>{model.sha256.slice(0, 12)}</code></dt></div>
        <div><dt>{t("algorithms.modelInput")}</dt><dd><code>{model.input}</code></dd></div>
        <div><dt>{t("algorithms.modelOutputs")}</dt><dd><code>{[model.output, ...model.sides].join(", ")}</code></dd></div>
        <div><dt>{t("algorithms.modelWindow")}</dt><dd>{model.window ?? t("algorithms.modelWhole")}</dd></div>
      </dl>
    </Section>
  );
}

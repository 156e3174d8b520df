// SPDX-License-Identifier: Apache-2.0
import { api } from "../../api/client";
import { unitOf } from "../../format/units";
import { type editor, languages } from "./monaco";

const IN_METRIC = /\bmetric\(\s*(["'])([^"']*)$/;

export type Place = { lineNumber: number; column: number };

/** Names of the live catalogue inside metric("…"); null elsewhere. */
export async function metricsAt(model: editor.ITextModel, position: Place): Promise<languages.CompletionList | null> {
  const before = model.getLineContent(position.lineNumber).slice(0, position.column - 1);
  const typed = IN_METRIC.exec(before)?.[2];
  if (typed === undefined) return null;
  const found = await api.metrics(typed, 50).catch(() => ({ items: [] }));
  const range = {
    startLineNumber: position.lineNumber,
    endLineNumber: position.lineNumber,
    startColumn: position.column - typed.length,
    endColumn: position.column,
  };
  return {
    incomplete: true,
    suggestions: found.items.map((metric) => ({
      label: metric.name,
      kind: languages.CompletionItemKind.Value,
      detail: [metric.type, unitOf(metric)].filter(Boolean).join(" · "),
      documentation: metric.description ?? "",
      insertText: metric.name,
      filterText: metric.name,
      sortText: `0${metric.name}`,
      range,
    })),
  };
}

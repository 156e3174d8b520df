// SPDX-License-Identifier: Apache-2.0
// Completion of metrics in both languages; Python's completion, hover and signature help from the SDK's definition.
import i18next from "i18next";
import { fetchSdkCompletion, fetchTestingCompletion } from "../../api/client";
import type { SdkCompletion, SdkItem } from "../../api/sdk";
import { localized } from "../../format/text";
import { metricsAt, type Place } from "./catalogue";
import { type editor, languages } from "./monaco";
import { both, itemBefore, membersOf, typeBefore } from "./python-types";

const IMPORTS_TESTING = /^from sextant\.testing import /m;
const NONE: SdkCompletion = { module: "sextant", types: {}, items: [] };
let loading: Promise<SdkCompletion> | null = null;
let loadingTests: Promise<SdkCompletion> | null = null;

// Without the definition the editor still edits; the check on the server stays the judge of a rule.
const sdk = (): Promise<SdkCompletion> => (loading ??= fetchSdkCompletion().catch(() => NONE));
const testing = (): Promise<SdkCompletion> =>
  (loadingTests ??= Promise.all([sdk(), fetchTestingCompletion().catch(() => NONE)]).then(([rules, tests]) => both(rules, tests)));

/** What the file can name: tests of a rule have names of their own. */
const known = (text: string): Promise<SdkCompletion> => (IMPORTS_TESTING.test(text) ? testing() : sdk());

/** What both languages know of the SDK and of the live catalogue. */
export function prepareLanguages(): void {
  languages.registerCompletionItemProvider("javascript", {
    triggerCharacters: ['"', "'", "."],
    provideCompletionItems: async (model, position) => (await metricsAt(model, position)) ?? { suggestions: [] },
  });
  languages.registerCompletionItemProvider("python", {
    triggerCharacters: ['"', "'", ".", "(", ","],
    provideCompletionItems: complete,
  });
  languages.registerHoverProvider("python", { provideHover: hover });
  languages.registerSignatureHelpProvider("python", {
    signatureHelpTriggerCharacters: ["(", ","],
    provideSignatureHelp: signature,
  });
}

const docOf = (item: SdkItem) => localized(item.doc, i18next.language);

async function complete(model: editor.ITextModel, position: Place): Promise<languages.CompletionList> {
  const metrics = await metricsAt(model, position);
  if (metrics !== null) return metrics;
  const text = model.getValue();
  const definition = await known(text);
  const word = model.getWordUntilPosition(position);
  const start = model.getOffsetAt({ lineNumber: position.lineNumber, column: word.startColumn });
  const range = {
    startLineNumber: position.lineNumber,
    endLineNumber: position.lineNumber,
    startColumn: word.startColumn,
    endColumn: word.endColumn,
  };
  const items = text[start - 1] === "." ? afterDot(text, start - 1, definition) : anywhere(text, start, definition);
  return { suggestions: items.map((item) => suggestion(item, range)) };
}

function afterDot(text: string, dot: number, definition: SdkCompletion): SdkItem[] {
  const type = typeBefore(text, dot, definition);
  return type === null ? [] : membersOf(type, definition);
}

/** The module's names, and within a call the names of its options. */
function anywhere(text: string, offset: number, definition: SdkCompletion): SdkItem[] {
  const call = openCall(text, offset);
  const called = call === null ? null : itemBefore(text, call.name, definition);
  const names = definition.items.filter((item) => item.owner === definition.module);
  return [...optionsOf(called), ...names];
}

function optionsOf(item: SdkItem | null): SdkItem[] {
  const parameters = (item?.parameters ?? []).flatMap((one) => one.options ?? (one.optional === true ? [one] : []));
  return parameters.map((one) => ({
    owner: item?.name ?? "", name: one.name, kind: "option", doc: one.doc ?? { en: "" },
    pythonName: `${one.pythonName}=`, pythonSignature: one.pythonType ?? "", available: true,
  }));
}

const KINDS: Record<string, languages.CompletionItemKind> = {
  method: languages.CompletionItemKind.Method,
  function: languages.CompletionItemKind.Function,
  property: languages.CompletionItemKind.Property,
  class: languages.CompletionItemKind.Class,
  option: languages.CompletionItemKind.Field,
};

function suggestion(item: SdkItem, range: languages.CompletionItem["range"]): languages.CompletionItem {
  return {
    label: item.pythonName ?? item.name,
    kind: KINDS[item.kind] ?? languages.CompletionItemKind.Variable,
    detail: item.pythonSignature ?? "",
    documentation: docOf(item),
    insertText: item.pythonName ?? item.name,
    sortText: `${item.kind === "option" ? 0 : item.available === false ? 2 : 1}${item.pythonName ?? item.name}`,
    ...(item.available === false ? { tags: [languages.CompletionItemTag.Deprecated] } : {}),
    range,
  };
}

async function hover(model: editor.ITextModel, position: Place): Promise<languages.Hover | null> {
  const word = model.getWordAtPosition(position);
  if (word === null) return null;
  const end = model.getOffsetAt({ lineNumber: position.lineNumber, column: word.endColumn });
  const text = model.getValue();
  const item = itemBefore(text, end, await known(text));
  if (item === null) return null;
  return { contents: [{ value: `\`\`\`python\n${item.pythonSignature ?? item.pythonName}\n\`\`\`` }, { value: docOf(item) }] };
}

async function signature(model: editor.ITextModel, position: Place): Promise<languages.SignatureHelpResult | null> {
  const text = model.getValue();
  const call = openCall(text, model.getOffsetAt(position));
  const item = call === null ? null : itemBefore(text, call.name, await known(text));
  if (call === null || item?.pythonSignature === undefined) return null;
  const parameters = (item.parameters ?? []).map((one) => ({
    label: one.pythonName ?? one.name,
    documentation: localized(one.doc ?? { en: "" }, i18next.language),
  }));
  return {
    value: {
      signatures: [{ label: item.pythonSignature, documentation: docOf(item), parameters }],
      activeSignature: 0,
      activeParameter: Math.min(call.commas, Math.max(0, parameters.length - 1)),
    },
    dispose: () => undefined,
  };
}

/** The call whose brackets are open at an offset: where its name ends, and how many commas stand before. */
export function openCall(text: string, offset: number): { name: number; commas: number } | null {
  let depth = 0;
  let commas = 0;
  for (let at = offset - 1; at >= 0; at--) {
    const sign = text[at] ?? "";
    if (")]}".includes(sign)) depth++;
    else if ("([{".includes(sign) && depth > 0) depth--;
    else if (sign === "(") return { name: at, commas };
    else if ("[{".includes(sign)) return null;
    else if (sign === "," && depth === 0) commas++;
  }
  return null;
}

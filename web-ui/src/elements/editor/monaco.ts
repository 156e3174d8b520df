// SPDX-License-Identifier: Apache-2.0
// The door to Monaco: Python, and JavaScript with the TypeScript service that knows the SDK's types.
import { editor, KeyCode, KeyMod, languages, MarkerSeverity, Uri } from "monaco-editor/editor";
import EditorWorker from "monaco-editor/editor/editor.worker?worker";
import "monaco-editor/features/register.all";
import "monaco-editor/languages/definitions/javascript/register";
import "monaco-editor/languages/definitions/python/register";
import { javascriptDefaults, ModuleKind, ModuleResolutionKind, ScriptTarget }
  from "monaco-editor/languages/features/typescript/register";
import TypeScriptWorker from "monaco-editor/languages/features/typescript/ts.worker?worker";
import { fetchSdkTypes, fetchTestingTypes } from "../../api/client";

declare global {
  interface Window {
    MonacoEnvironment?: { getWorker: (id: string, label: string) => Worker };
  }
}

const TOKENS = [
  { token: "comment", foreground: "7d8498", fontStyle: "italic" },
  { token: "keyword", foreground: "9aa2ff" },
  { token: "string", foreground: "4fd1b5" },
  { token: "number", foreground: "f7b750" },
];
const LIGHT_TOKENS = [
  { token: "comment", foreground: "5b6274", fontStyle: "italic" },
  { token: "keyword", foreground: "4f4fc4" },
  { token: "string", foreground: "0b7a67" },
  { token: "number", foreground: "9a5b00" },
];

/** The editor does not see the modules of the tenant; the check on the server says which are missing. */
const NO_SUCH_MODULE = 2307;

let isReady = false;

/** Themes, workers and language service; once per page load. Whether it was the first time. */
export function prepare(): boolean {
  if (isReady) return false;
  isReady = true;
  window.MonacoEnvironment = {
    getWorker: (_id, label) =>
      label === "javascript" || label === "typescript" ? new TypeScriptWorker() : new EditorWorker(),
  };
  defineThemes();
  javascriptDefaults.setCompilerOptions({
    allowJs: true,
    checkJs: true,
    noEmit: true,
    strict: false,
    target: ScriptTarget.ESNext,
    module: ModuleKind.ESNext,
    moduleResolution: ModuleResolutionKind.NodeJs,
    allowNonTsExtensions: true,
    lib: ["es2023"],
  });
  javascriptDefaults.setDiagnosticsOptions({
    noSemanticValidation: false, noSyntaxValidation: false, diagnosticCodesToIgnore: [NO_SUCH_MODULE],
  });
  javascriptDefaults.setEagerModelSync(true);
  void loadTypes();
  return true;
}

async function loadTypes(): Promise<void> {
  try {
    const types = await fetchSdkTypes();
    const path = /declare module ["']sextant["']/.test(types) ? "file:///sextant.d.ts"
      : "file:///node_modules/sextant/index.d.ts";
    javascriptDefaults.addExtraLib(types, path);
    javascriptDefaults.addExtraLib(await fetchTestingTypes(), "file:///sextant-testing.d.ts");
  } catch {
    // Without the types the editor still edits; the check on the server stays the judge of a rule.
    javascriptDefaults.setDiagnosticsOptions({ noSemanticValidation: true, noSyntaxValidation: false });
  }
}

function defineThemes(): void {
  editor.defineTheme("sextant-dark", {
    base: "vs-dark",
    inherit: true,
    rules: TOKENS,
    colors: {
      // What is not used is dimmed, not faint: a starter has parameters that are there to be used.
      "editorUnnecessaryCode.opacity": "#000000d9",
      "editor.background": "#11131b",
      "editor.foreground": "#eceef4",
      "editorLineNumber.foreground": "#7d8498",
      "editorLineNumber.activeForeground": "#eceef4",
      "editorLineNumber.dimmedForeground": "#7d8498",
      "editor.lineHighlightBackground": "#161925",
      "editor.lineHighlightBorder": "#00000000",
      "editorWidget.background": "#161925",
      "editorWidget.border": "#2a2f40",
      "editorSuggestWidget.background": "#161925",
      "editorSuggestWidget.border": "#2a2f40",
      "editorSuggestWidget.selectedBackground": "#2f2f78",
      "editorHoverWidget.background": "#161925",
      "editorIndentGuide.background1": "#1f2330",
      focusBorder: "#5b5bd6",
    },
  });
  editor.defineTheme("sextant-light", {
    base: "vs",
    inherit: true,
    rules: LIGHT_TOKENS,
    colors: {
      // What is not used is dimmed, not faint: a starter has parameters that are there to be used.
      "editorUnnecessaryCode.opacity": "#000000d9",
      "editor.background": "#ffffff",
      "editor.foreground": "#14161f",
      "editorLineNumber.foreground": "#6b7285",
      "editorLineNumber.dimmedForeground": "#6b7285",
      "editor.lineHighlightBackground": "#f2f3f7",
      "editor.lineHighlightBorder": "#00000000",
      "editorWidget.background": "#ffffff",
      "editorWidget.border": "#d5d9e2",
      focusBorder: "#5b5bd6",
    },
  });
}

export { editor, KeyCode, KeyMod, languages, MarkerSeverity, Uri };

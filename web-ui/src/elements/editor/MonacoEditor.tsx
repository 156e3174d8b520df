// SPDX-License-Identifier: Apache-2.0
import { useComputedColorScheme } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { Diagnostic } from "../../api/types";
import { editor, KeyCode, KeyMod, MarkerSeverity, prepare, Uri } from "./monaco";
import { prepareLanguages } from "./languages";

export type CodeEditorProps = {
  label: string;
  /** The file's name; its ending says the language. Two editors on one page need two names. */
  file: string;
  /** The text to begin with; what is typed afterwards is the editor's own and comes by `onChange`. */
  value: string;
  /** A new number puts `value` in place of what is there. */
  revision: number;
  diagnostics: Diagnostic[];
  onChange: (value: string) => void;
  onSave: () => void;
  /** Where to put the cursor; a new object moves it again. */
  goTo: { line: number; column: number } | null;
};

const OWNER = "sextant";
const LANGUAGES: Record<string, string> = { js: "javascript", py: "python", json: "plaintext" };
const FONT = '"JetBrains Mono Variable", "JetBrains Mono", monospace';

export default function MonacoEditor({ label, file, value, revision, diagnostics, onChange, onSave, goTo }: CodeEditorProps) {
  const scheme = useComputedColorScheme("dark");
  const box = useRef<HTMLDivElement>(null);
  const current = useRef<editor.IStandaloneCodeEditor | null>(null);
  const handlers = useRef({ onChange, onSave });
  const latest = useRef({ label, value });
  const shown = useRef(revision);
  const language = LANGUAGES[file.slice(file.lastIndexOf(".") + 1)] ?? "javascript";

  useEffect(() => {
    handlers.current = { onChange, onSave };
    latest.current = { label, value };
  });

  useEffect(() => {
    if (!box.current) return undefined;
    if (prepare()) prepareLanguages();
    const uri = Uri.parse(`file:///${file}`);
    const model = editor.getModel(uri) ?? editor.createModel(latest.current.value, language, uri);
    model.updateOptions({ tabSize: language === "python" ? 4 : 2, insertSpaces: true });
    model.setValue(latest.current.value);
    const code = create(box.current, model, latest.current.label);
    current.current = code;
    const subscription = code.onDidChangeModelContent(() => handlers.current.onChange(code.getValue()));
    code.addCommand(KeyMod.CtrlCmd | KeyCode.KeyS, () => handlers.current.onSave());
    void document.fonts.load(`13px ${FONT}`).then(() => editor.remeasureFonts());
    return () => {
      subscription.dispose();
      code.dispose();
      model.dispose();
      current.current = null;
    };
  }, [file, language]);

  useEffect(() => editor.setTheme(scheme === "dark" ? "sextant-dark" : "sextant-light"), [scheme]);

  useEffect(() => {
    // Never by `value` alone: a late render would put back an older text over keys typed since.
    if (revision === shown.current) return;
    shown.current = revision;
    current.current?.setValue(latest.current.value);
  }, [revision]);

  useEffect(() => {
    const model = current.current?.getModel();
    if (model) editor.setModelMarkers(model, OWNER, diagnostics.map((one) => marker(one, model)));
  }, [diagnostics]);

  useEffect(() => {
    if (!goTo || !current.current) return;
    current.current.setPosition({ lineNumber: goTo.line, column: goTo.column });
    current.current.revealLineInCenter(goTo.line);
    current.current.focus();
  }, [goTo]);

  return <div ref={box} style={{ height: "100%" }} data-testid="code-editor" />;
}

function create(box: HTMLElement, model: editor.ITextModel, label: string) {
  return editor.create(box, {
    model,
    ariaLabel: label,
    automaticLayout: true,
    fontFamily: FONT,
    fontSize: 13,
    lineHeight: 21,
    minimap: { enabled: false },
    padding: { top: 12, bottom: 12 },
    scrollBeyondLastLine: false,
    smoothScrolling: false,
    fixedOverflowWidgets: true,
    detectIndentation: false,
    renderLineHighlight: "all",
    overviewRulerBorder: false,
    lineNumbersMinChars: 3,
    bracketPairColorization: { enabled: false },
    stickyScroll: { enabled: false },
    quickSuggestions: { other: true, comments: false, strings: true },
    wordBasedSuggestions: "off",
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
    contextmenu: true,
  });
}

function marker(one: Diagnostic, model: editor.ITextModel): editor.IMarkerData {
  const line = Math.min(Math.max(1, one.line ?? 1), model.getLineCount());
  const column = Math.min(Math.max(1, one.column ?? 1), model.getLineMaxColumn(line));
  const word = model.getWordAtPosition({ lineNumber: line, column });
  return {
    severity: one.severity === "error" ? MarkerSeverity.Error : MarkerSeverity.Warning,
    message: one.message,
    source: OWNER,
    startLineNumber: line,
    endLineNumber: line,
    startColumn: word?.startColumn ?? column,
    endColumn: word?.endColumn ?? Math.max(column + 1, model.getLineMaxColumn(line)),
  };
}

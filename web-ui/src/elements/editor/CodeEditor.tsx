// SPDX-License-Identifier: Apache-2.0
import { lazy, Suspense } from "react";
import { Loading } from "../states/States";
import type { CodeEditorProps } from "./MonacoEditor";

const MonacoEditor = lazy(() => import("./MonacoEditor"));

/** The code of a rule; Monaco is fetched when the first editor is shown. */
export function CodeEditor(props: CodeEditorProps) {
  return (
    <Suspense fallback={<Loading rows={10} height={14} />}>
      <MonacoEditor {...props} />
    </Suspense>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useRef, useState } from "react";
import type { Rule } from "../../api/types";
import { type Draft, dropDraft, isSameDraft, readDraft, writeDraft } from "./drafts";

/** The text and values at hand, what they were when last saved, and whether they differ; `revision` counts replaced texts. */
export function useDraft(rule: Rule | null, source: string, key: string) {
  const [base, setBase] = useState<Draft>(() => draftOf(rule, source));
  const [revision, setRevision] = useState(0);
  const [version, setVersion] = useState(rule?.version ?? 0);
  const [draft, setDraft] = useState<Draft>(() => readDraft(key, rule?.version ?? 0) ?? draftOf(rule, source));
  const isDirty = !isSameDraft(draft, base);
  const isAbandoned = useRef(false);

  useEffect(() => {
    if (isAbandoned.current) return;
    if (isDirty) writeDraft(key, version, draft);
    else dropDraft(key);
  }, [draft, isDirty, key, version]);

  const change = useCallback((part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part })), []);
  /** After a save, or to take what is on the server instead of the own text. */
  const rebase = useCallback((saved: Rule, keepText: boolean) => {
    setBase(draftOf(saved, saved.source));
    setVersion(saved.version);
    if (keepText) return;
    setDraft(draftOf(saved, saved.source));
    setRevision((now) => now + 1);
  }, []);
  const abandon = useCallback(() => {
    isAbandoned.current = true;
    dropDraft(key);
  }, [key]);
  return { draft, revision, version, isDirty, change, rebase, abandon };
}

function draftOf(rule: Rule | null, source: string): Draft {
  return { source, tests: rule?.tests ?? "", parameters: rule?.parameters ?? {}, enabled: rule?.enabled ?? true };
}

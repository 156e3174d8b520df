// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { api } from "../../api/client";
import { keys } from "../../api/hooks";
import { Problem } from "../../api/problem";
import type { Rule, RuleDraft } from "../../api/types";

/** Somebody else was quicker; `theirs` is what is on the server now. */
export type Conflict = { theirs: Rule };

/** Saves against the version that the text started from; a newer one on the server is a conflict, never overwritten. */
export function useSave(id: string | null, onSaved: (rule: Rule) => void) {
  const client = useQueryClient();
  const [isSaving, setIsSaving] = useState(false);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [failure, setFailure] = useState<unknown>(null);

  const save = useCallback(async (draft: RuleDraft, version: number) => {
    setIsSaving(true);
    setFailure(null);
    try {
      const saved = id === null ? await api.createRule(draft) : await api.putRule(id, draft, version);
      setConflict(null);
      client.setQueryData(keys.rule(saved.id), saved);
      if (saved.testRun) client.setQueryData(keys.testRun(saved.id), saved.testRun);
      void client.invalidateQueries({ queryKey: keys.rules });
      onSaved(saved);
    } catch (problem) {
      if (id !== null && problem instanceof Problem && problem.status === 412) {
        setConflict({ theirs: await api.rule(id) });
      } else {
        setFailure(problem);
        if (id !== null && problem instanceof Problem && problem.extra.testRun) {
          client.setQueryData(keys.testRun(id), problem.extra.testRun);
        }
        if (problem instanceof Problem && problem.status === 401) client.setQueryData(keys.session, null);
      }
    } finally {
      setIsSaving(false);
    }
  }, [id, client, onSaved]);
  return { save, isSaving, conflict, failure, clearConflict: () => setConflict(null) };
}

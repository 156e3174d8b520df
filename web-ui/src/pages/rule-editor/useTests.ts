// SPDX-License-Identifier: Apache-2.0
import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/client";
import { keys } from "../../api/hooks";
import type { Parameters, TestAnswer } from "../../api/types";

export type TestRun = { source: string; language: string; tests: string; parameters: Parameters };

/** The test file of a rule, run when asked, since it takes seconds; `answer` is of the last run, which a save may have done. */
export function useTests(ruleId: string) {
  const client = useQueryClient();
  const run = useMutation<TestAnswer, Error, TestRun>({
    mutationFn: ({ source, language, tests, parameters }) => api.testRule(source, language, tests, parameters),
    onSuccess: (answer) => client.setQueryData(keys.testRun(ruleId), answer),
  });
  const last = useQuery<TestAnswer>({ queryKey: keys.testRun(ruleId), queryFn: skipToken });
  return { run, answer: last.data };
}

// SPDX-License-Identifier: Apache-2.0
import { useMutation } from "@tanstack/react-query";
import { api } from "../../api/client";
import type { Parameters, TestAnswer } from "../../api/types";

export type TestRun = { source: string; language: string; tests: string; parameters: Parameters };

/** The last run of the test file; it runs when asked, since it takes seconds. */
export function useTests() {
  return useMutation<TestAnswer, Error, TestRun>({
    mutationFn: ({ source, language, tests, parameters }) => api.testRule(source, language, tests, parameters),
  });
}

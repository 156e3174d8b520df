// SPDX-License-Identifier: Apache-2.0
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { api } from "../../api/client";
import type { Diagnostic, Header, Parameters } from "../../api/types";
import { fieldsOf, keptValues } from "../../elements/parameters/fields";

const CHECK_AFTER_MILLIS = 350;
const RUN_AFTER_MILLIS = 900;
const NONE: Diagnostic[] = [];

/** Checks the text while it is typed and, once it is sound and the typing pauses, runs it without consequences. */
export function useWorkbench(source: string, language: string, parameters: Parameters, saved: Header | null) {
  const [checkedSource] = useDebouncedValue(source, CHECK_AFTER_MILLIS);
  const check = useQuery({
    queryKey: ["check", checkedSource, language],
    queryFn: ({ signal }) => api.checkRule(checkedSource, language, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 30_000,
    retry: false,
  });
  const diagnostics = check.data?.diagnostics ?? NONE;
  const header = useLastGood(check.data?.header ?? null) ?? saved;
  const fields = useMemo(() => fieldsOf(header), [header]);
  const values = useMemo(() => keptValues(fields, parameters), [fields, parameters]);
  const isSound = !check.isPlaceholderData && check.isSuccess && !diagnostics.some((one) => one.severity === "error");

  const wanted = useMemo(() => JSON.stringify({ source, values }), [source, values]);
  const [paused] = useDebouncedValue(wanted, RUN_AFTER_MILLIS);
  const run = useQuery({
    queryKey: ["run", paused, language],
    queryFn: ({ signal }) => {
      const asked = JSON.parse(paused) as { source: string; values: Parameters };
      return api.runRule(asked.source, language, asked.values, signal);
    },
    enabled: isSound && paused === wanted && checkedSource === source,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 30_000,
    retry: false,
    refetchOnWindowFocus: false,
  });
  return { check, diagnostics, header, fields, values, run };
}

/** The form and the title stay while the text is broken for a moment. */
function useLastGood(header: Header | null): Header | null {
  const [last, setLast] = useState(header);
  useEffect(() => {
    if (header !== null) setLast(header);
  }, [header]);
  return header ?? last;
}

export type Workbench = ReturnType<typeof useWorkbench>;

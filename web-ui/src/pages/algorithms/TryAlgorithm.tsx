// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Play } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Found, Trial } from "../../api/algorithms";
import type { Parameter, Parameters } from "../../api/types";
import { Chart } from "../../elements/chart/Chart";
import frame from "../../elements/editor/EditorPage.module.css";
import { Section } from "../../elements/editor/Sections";
import { MetricPicker } from "../../elements/metric-picker/MetricPicker";
import { ParametersForm } from "../../elements/parameters/ParametersForm";
import { useProblemText } from "../../elements/states/States";

const RANGE = "6h";
const MOST_DRAWN = 5;

type Props = { params: Parameter[]; run: (trial: Trial) => Promise<{ series: Found[] }> };

/** Runs the text as it stands on a metric, and draws what it says. */
export function TryAlgorithm({ params, run }: Props) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const [metric, setMetric] = useState("");
  const [options, setOptions] = useState<Parameters>({});
  const trial = useMutation({
    mutationFn: () => run({ query: { metric, last: RANGE, step: "1m" }, options, keepLast: RANGE }),
  });
  const rows = trial.data?.series.slice(0, MOST_DRAWN) ?? [];
  return (
    <Section title={t("algorithms.try")}>
      <p>{t("algorithms.tryText", { range: RANGE })}</p>
      <MetricPicker value={metric} onChange={setMetric} />
      {params.length > 0 && <ParametersForm fields={params} values={options} onChange={setOptions} />}
      <Button variant="default" leftSection={<Play size={14} />} disabled={metric === ""} loading={trial.isPending}
        onClick={() => trial.mutate()}>{t("algorithms.run")}</Button>
      {trial.isError && <p className={frame.problem} role="alert">{textOf(trial.error)}</p>}
      {trial.isSuccess && rows.length === 0 && <p>{t("algorithms.noRows")}</p>}
      {rows.length > 0 && (
        <div data-testid="algorithm-trial">
          <Chart title={metric} unit={null} series={[...rows, ...rows.flatMap(foretold)]} bands={rows.flatMap(bandOf)} height={180} group="try" />
          {rows.some((row) => row.sides?.score) && (
            <Chart title={t("algorithms.score")} unit={null} series={rows.flatMap(scores)} lines={[{ value: 1, name: "1" }]} height={120} group="try" />
          )}
        </div>
      )}
    </Section>
  );
}

const scores = (row: Found) => (row.sides?.score ? [{ ...row.sides.score, labels: row.labels, name: "score" }] : []);

const foretold = (row: Found) =>
  row.sides?.score === undefined && row.sides?.expected ? [{ ...row.sides.expected, labels: { ...row.labels, series: "forecast" } }] : [];

function bandOf(row: Found) {
  const { lower, upper } = row.sides ?? {};
  return lower && upper ? [{ name: row.metric, times: lower.times, lower: lower.values, upper: upper.values }] : [];
}

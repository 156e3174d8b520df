// SPDX-License-Identifier: Apache-2.0
import { Button, MultiSelect, Select } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Scale } from "lucide-react";
import { type FormEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { api } from "../../api/client";
import { useAlgorithms, useMetric, useSeries } from "../../api/hooks";
import { spanOf } from "../../elements/chart/span";
import frame from "../../elements/editor/EditorPage.module.css";
import { LabelledChart } from "../../elements/labels/LabelledChart";
import { MetricPicker } from "../../elements/metric-picker/MetricPicker";
import { PageHead, Panel } from "../../elements/panel/Panel";
import { Answer, Empty, Failure, Loading } from "../../elements/states/States";
import { stepFor } from "../../format/range";
import { formatTime } from "../../format/time";
import { unitAfter, unitOf } from "../../format/units";
import { askedOf, comparable, MOST_METHODS, queryOf, RANGES, withAsked } from "./compare";
import { ComparisonTable } from "./ComparisonTable";
import classes from "./Algorithms.module.css";

/** Detectors, built-in ones and one's own, side by side on what people said of a metric's series. */
export default function Compare() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const algorithms = useAlgorithms();
  const known = comparable(algorithms.data?.items ?? []);
  const asked = askedOf(search, known);
  const change = (part: Partial<typeof asked>) => setSearch(withAsked({ ...asked, ...part }), { replace: true });
  const comparing = useMutation({ mutationFn: () => api.compareAlgorithms({ query: queryOf(asked), methods: asked.methods }) });
  const { reset } = comparing;
  const question = JSON.stringify(asked);
  const before = useRef(question);
  useEffect(() => {
    // What was measured for another question is no answer to this one.
    if (before.current !== question) reset();
    before.current = question;
  }, [question, reset]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (asked.metric !== "" && asked.methods.length > 0) comparing.mutate();
  };
  return (
    <>
      <PageHead title={t("compare.title")} note={t("compare.note")}>
        <Link to="/algorithms" className={frame.crumb}>{t("page.algorithms")}</Link>
      </PageHead>
      <form className={classes.ask} onSubmit={submit}>
        <div className={classes.metric}>
          <MetricPicker label={t("explore.metric")} value={asked.metric} onChange={(metric) => change({ metric })} />
        </div>
        <Select label={t("compare.range")} w={130} allowDeselect={false} value={asked.last}
          data={RANGES.map((last) => ({ value: last, label: t("range.last", { last }) }))} onChange={(last) => change({ last: last ?? asked.last })} />
        <MultiSelect label={t("compare.methods")} className={classes.methods ?? ""} searchable data={known} value={asked.methods}
          maxValues={MOST_METHODS} hidePickedOptions onChange={(methods) => change({ methods })} />
        <Button type="submit" leftSection={<Scale size={14} />} loading={comparing.isPending}
          disabled={asked.metric === "" || asked.methods.length === 0}>{t("compare.do")}</Button>
      </form>
      {asked.metric !== "" && <Labelling key={`${asked.metric} ${asked.last}`} metric={asked.metric} last={asked.last} />}
      {comparing.isError && <Panel className={classes.below ?? ""}><Failure failure={comparing.error} retry={() => comparing.mutate()} /></Panel>}
      {comparing.data && (
        <Panel flush className={classes.below ?? ""} title={t("compare.result")} aside={
          <span className="dim">{t("compare.judged", {
            from: formatTime(comparing.data.judgedFrom), to: formatTime(comparing.data.judgedTo),
            incidents: comparing.data.incidents, noise: comparing.data.noise,
          })}</span>
        }>
          {comparing.data.incidents === 0 && <p className={classes.hint}>{t("compare.noLabels")}</p>}
          <ComparisonTable items={comparing.data.items} />
        </Panel>
      )}
    </>
  );
}

/** The metric over the time that is asked for, where incidents are labelled by dragging. */
function Labelling({ metric, last }: { metric: string; last: string }) {
  const { t } = useTranslation();
  const known = useMetric(metric);
  const aggregate = known.data?.type === "counter" ? "rate" : "avg";
  const range = { kind: "last", last } as const;
  const answer = useSeries({ metric, aggregate, step: stepFor(range, aggregate), last }, false);
  const unit = known.data === undefined ? null : unitAfter(unitOf(known.data), aggregate);
  return (
    <Panel title={<code>{metric}</code>} className={classes.below ?? ""}>
      <Answer query={answer} loading={<Loading rows={1} height={220} />}
        empty={{ when: (data) => data.series.length === 0, show: <Empty title={t("chart.empty")} /> }}>
        {(data) => <LabelledChart metric={metric} title={metric} unit={unit} series={data.series} height={220} {...spanOf(range, data.series)} />}
      </Answer>
    </Panel>
  );
}

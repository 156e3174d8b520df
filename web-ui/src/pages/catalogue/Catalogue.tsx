// SPDX-License-Identifier: Apache-2.0
import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Activity, Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useMetrics } from "../../api/hooks";
import { PageHead, Panel } from "../../elements/panel/Panel";
import { Answer, Empty, Loading } from "../../elements/states/States";
import { Table } from "../../elements/table/Table";
import { spanSince } from "../../format/time";
import { formatCount, unitOf } from "../../format/units";
import { MetricDetail } from "./MetricDetail";
import classes from "./Catalogue.module.css";

const MOST = 1_000;
const LIST_PIXELS = 640;
/** With a metric chosen the list is there to choose another one. */
const NARROW_PIXELS = 145;
const PAUSE_MILLIS = 120;

/** All metrics by what is known of them; the search and the chosen metric stand in the address. */
export default function Catalogue() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const metric = search.get("metric");
  return (
    <>
      <PageHead title={t("page.catalogue")} note={t("catalogue.note")} />
      <div className={classes.stack}>
        <Found metric={metric} />
        {metric !== null && <MetricDetail key={metric} name={metric} />}
      </div>
    </>
  );
}

function Found({ metric }: { metric: string | null }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const inAddress = search.get("q") ?? "";
  const [text, setText] = useState(inAddress);
  const [asked] = useDebouncedValue(text, PAUSE_MILLIS);
  const metrics = useMetrics(asked, MOST, asked === "");
  const written = useRef(inAddress);
  useEffect(() => {
    if (asked === written.current) return;
    written.current = asked;
    setSearch((now) => {
      const next = new URLSearchParams(now);
      if (asked === "") next.delete("q");
      else next.set("q", asked);
      return next;
    }, { replace: true });
  }, [asked, setSearch]);
  useEffect(() => {
    // Back, forward and the navigation change the address by themselves.
    if (inAddress === written.current) return;
    written.current = inAddress;
    setText(inAddress);
  }, [inAddress]);
  const to = (name: string) => `/catalogue?${new URLSearchParams({ ...(asked ? { q: asked } : {}), metric: name }).toString()}`;
  return (
    <>
      <TextInput className={classes.search ?? ""} value={text} onChange={(event) => setText(event.currentTarget.value)}
        aria-label={t("explore.searchMetric")} placeholder={t("catalogue.placeholder")} leftSection={<Search size={14} aria-hidden />} />
      {(metric === null || asked !== "") && (
        <Panel title={t("explore.metrics")} flush>
          <Answer query={metrics} loading={<Loading rows={8} />} empty={{
            when: (page) => page.items.length === 0,
            show: asked === ""
              ? <Empty title={t("explore.noMetrics")} icon={<Activity size={20} aria-hidden />}>{t("explore.noMetricsText")}</Empty>
              : <Empty title={t("explore.noMetric")}>{t("catalogue.noneText")}</Empty>,
          }}>
            {(page) => (
              <>
              <Table label={t("explore.metrics")} rows={page.items} maxHeight={metric === null ? LIST_PIXELS : NARROW_PIXELS}
                rowKey={(row) => row.name} to={(row) => to(row.name)} columns={[
                  { key: "name", title: t("explore.metric"), cell: (row) => <code>{row.name}</code> },
                  { key: "text", title: t("explore.description"), grow: true, from: "tablet",
                    cell: (row) => <span className="dim">{row.description}</span> },
                  { key: "owners", title: t("entities.owners"), from: "desktop", cell: (row) => row.owners.join(", ") },
                  { key: "type", title: t("explore.type"), from: "tablet", cell: (row) => row.type },
                  { key: "unit", title: t("explore.unit"), from: "tablet", cell: (row) => unitOf(row) ?? "" },
                  { key: "seen", title: t("catalogue.seen"), from: "tablet", number: true,
                    cell: (row) => (row.lastSeen === null ? "–" : spanSince(row.lastSeen)) },
                  { key: "series", title: t("explore.series"), number: true, cell: (row) => formatCount(row.series) },
                ]} />
              {page.next !== null && <p className={classes.below}>{t("catalogue.shown", { count: page.items.length })}</p>}
              </>
            )}
          </Answer>
        </Panel>
      )}
    </>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Tabs } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { Parameters, Rule } from "../../api/types";
import { ParametersForm } from "../../elements/parameters/ParametersForm";
import { Empty } from "../../elements/states/States";
import { Evaluations } from "./Evaluations";
import { RunResult } from "./RunResult";
import type { Workbench } from "./useWorkbench";
import classes from "./RuleEditor.module.css";

type Props = {
  rule: Rule | null;
  bench: Workbench;
  parameters: Parameters;
  onParameters: (parameters: Parameters) => void;
  onGoTo: (place: { line: number; column: number }) => void;
};

/** What the code does now, the form that others see, and what it did so far; the tab stands in the address. */
export function WorkTabs({ rule, bench, parameters, onParameters, onGoTo }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const asked = search.get("tab");
  const tab = asked === "parameters" || (asked === "evaluations" && rule !== null) ? asked : "run";
  const change = (next: string | null) => setSearch((now) => {
    const changed = new URLSearchParams(now);
    changed.set("tab", next ?? "run");
    return changed;
  }, { replace: true });
  return (
    <Tabs value={tab} onChange={change} className={classes.work ?? ""} keepMounted={false}>
      <Tabs.List className={classes.tabs}>
        <Tabs.Tab value="run">{t("editor.tab.run")}</Tabs.Tab>
        <Tabs.Tab value="parameters">{t("editor.tab.parameters")}</Tabs.Tab>
        {rule !== null && <Tabs.Tab value="evaluations">{t("editor.tab.evaluations")}</Tabs.Tab>}
      </Tabs.List>
      <Tabs.Panel value="run" className={classes.tab}>
        <RunResult bench={bench} onGoTo={onGoTo} />
      </Tabs.Panel>
      <Tabs.Panel value="parameters" className={classes.tab}>
        {bench.fields.length === 0 ? <Empty title={t("editor.noParameters")}>{t("editor.noParametersText")}</Empty>
          : <ParametersForm fields={bench.fields} values={parameters} onChange={onParameters} />}
      </Tabs.Panel>
      {rule !== null && (
        <Tabs.Panel value="evaluations" className={classes.tab}>
          <Evaluations ruleId={rule.id} />
        </Tabs.Panel>
      )}
    </Tabs>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Tabs } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { Rule } from "../../api/types";
import { ParametersForm } from "../../elements/parameters/ParametersForm";
import { Empty } from "../../elements/states/States";
import type { Draft } from "./drafts";
import { Evaluations } from "./Evaluations";
import { RunResult } from "./RunResult";
import { StatePanel } from "./StatePanel";
import { TestPanel } from "./TestPanel";
import type { Workbench } from "./useWorkbench";
import frame from "../../elements/editor/EditorPage.module.css";
import classes from "./RuleEditor.module.css";

type Props = {
  rule: Rule | null;
  language: string;
  bench: Workbench;
  draft: Draft;
  revision: number;
  onChange: (part: Partial<Draft>) => void;
  onSave: () => void;
  onGoTo: (place: { line: number; column: number }) => void;
};

const ALWAYS = ["parameters", "tests"];
const OF_SAVED = ["evaluations", "state"];

/** What the code does now, the form that others see, and what it did so far; the tab stands in the address. */
export function WorkTabs({ rule, language, bench, draft, revision, onChange, onSave, onGoTo }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const asked = search.get("tab");
  const isThere = asked !== null && (ALWAYS.includes(asked) || (rule !== null && OF_SAVED.includes(asked)));
  const tab = isThere ? asked : "run";
  const change = (next: string | null) => setSearch((now) => {
    const changed = new URLSearchParams(now);
    changed.set("tab", next ?? "run");
    return changed;
  }, { replace: true });
  return (
    <Tabs value={tab} onChange={change} className={frame.work ?? ""} keepMounted={false}>
      <Tabs.List className={classes.tabs}>
        <Tabs.Tab value="run">{t("editor.tab.run")}</Tabs.Tab>
        <Tabs.Tab value="parameters">{t("editor.tab.parameters")}</Tabs.Tab>
        <Tabs.Tab value="tests">{t("editor.tab.tests")}</Tabs.Tab>
        {rule !== null && <Tabs.Tab value="evaluations">{t("editor.tab.evaluations")}</Tabs.Tab>}
        {rule !== null && <Tabs.Tab value="state">{t("editor.tab.state")}</Tabs.Tab>}
      </Tabs.List>
      <Tabs.Panel value="run" className={classes.tab}>
        <RunResult bench={bench} onGoTo={onGoTo} />
      </Tabs.Panel>
      <Tabs.Panel value="parameters" className={classes.tab}>
        {bench.fields.length === 0 ? <Empty title={t("editor.noParameters")}>{t("editor.noParametersText")}</Empty>
          : <ParametersForm fields={bench.fields} values={draft.parameters}
              onChange={(parameters) => onChange({ parameters })} />}
      </Tabs.Panel>
      <Tabs.Panel value="tests" className={classes.tab}>
        <TestPanel ruleId={bench.header?.id ?? rule?.id ?? "my-rule"} language={language} source={draft.source}
          parameters={bench.values} tests={draft.tests} revision={revision} onChange={(tests) => onChange({ tests })} onSave={onSave} />
      </Tabs.Panel>
      {rule !== null && (
        <Tabs.Panel value="evaluations" className={classes.tab}>
          <Evaluations ruleId={rule.id} />
        </Tabs.Panel>
      )}
      {rule !== null && (
        <Tabs.Panel value="state" className={classes.tab}>
          <StatePanel ruleId={rule.id} />
        </Tabs.Panel>
      )}
    </Tabs>
  );
}

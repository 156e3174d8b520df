// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client";
import { keys, useRuleState, useWrite } from "../../api/hooks";
import { Confirm } from "../../elements/confirm/Confirm";
import { Answer, Empty } from "../../elements/states/States";
import { toast } from "../../elements/toast/toast";
import { formatCount } from "../../format/units";
import classes from "./StatePanel.module.css";

/** What the rule remembers from slot to slot, how much of what it may, and a way to let it forget. */
export function StatePanel({ ruleId }: { ruleId: string }) {
  const { t } = useTranslation();
  const state = useRuleState(ruleId);
  const [isAsking, setIsAsking] = useState(false);
  const reset = useWrite(() => api.resetRuleState(ruleId), keys.ruleState(ruleId));
  return (
    <Answer query={state} empty={{
      when: (kept) => Object.keys(kept.state).length === 0,
      show: <Empty title={t("memory.none")}>{t("memory.noneText")}</Empty>,
    }}>
      {(kept) => (
        <div className={classes.panel} data-testid="rule-state">
          <div className={classes.bar}>
            <span className="dim">
              {t("memory.size", { used: formatCount(kept.bytes), allowed: formatCount(kept.allowedBytes) })}
            </span>
            <Button size="xs" variant="default" onClick={() => setIsAsking(true)}>{t("memory.reset")}</Button>
          </div>
          <pre className={classes.json} tabIndex={0} aria-label={t("editor.tab.state")}>
            {JSON.stringify(kept.state, null, 2)}
          </pre>
          <Confirm opened={isAsking} title={t("memory.resetTitle")} text={t("memory.resetText")} action={t("memory.reset")}
            isBusy={reset.isPending} onClose={() => setIsAsking(false)}
            onConfirm={() => reset.mutate(undefined, {
              onSuccess: () => toast(t("memory.wasReset")),
              onSettled: () => setIsAsking(false),
            })} />
        </div>
      )}
    </Answer>
  );
}

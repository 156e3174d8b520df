// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Usage } from "../../api/types";
import { Panel } from "../../elements/panel/Panel";
import { Status } from "../../elements/status/Status";
import { formatValue } from "../../format/units";
import { CheckCircle2, TriangleAlert } from "lucide-react";
import classes from "./Overview.module.css";

/** Whether the evaluation of rules keeps up, and in which sandbox it runs. */
export function EngineHealth({ usage }: { usage: Usage }) {
  const { t } = useTranslation();
  const { evaluations, sandbox } = usage;
  const hasFailures = evaluations.failedLastMinute > 0;
  return (
    <Panel title={t("overview.engine")} aside={<Link to="/rules">{t("page.rules")}</Link>}>
      <dl className={classes.facts}>
        <div>
          <dt>{t("overview.evaluations")}</dt>
          <dd>{evaluations.lastMinute.toLocaleString("en-US")}</dd>
        </div>
        <div>
          <dt>{t("overview.failed")}</dt>
          <dd>
            <Status tone={hasFailures ? "warning" : "ok"} icon={hasFailures
              ? <TriangleAlert size={13} aria-hidden /> : <CheckCircle2 size={13} aria-hidden />}>
              {hasFailures ? evaluations.failedLastMinute : t("overview.none")}
            </Status>
          </dd>
        </div>
        <div>
          <dt>{t("overview.lag")}</dt>
          <dd>{formatValue(evaluations.lagP99Millis, "ms")}</dd>
        </div>
        <div>
          <dt>{t("overview.workers")}</dt>
          <dd>{t(`overview.runtime.${sandbox.runtime}`, { count: sandbox.workers })}</dd>
        </div>
      </dl>
    </Panel>
  );
}

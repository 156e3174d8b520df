// SPDX-License-Identifier: Apache-2.0
import { ChevronDown, ChevronRight, History } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useEvaluations } from "../../api/hooks";
import type { Evaluation } from "../../api/types";
import { Limits } from "../../elements/limits/Limits";
import { Answer, Empty } from "../../elements/states/States";
import { OutcomeStatus } from "../../elements/status/Status";
import { LogLines } from "../../elements/verdicts/Verdicts";
import { formatTime } from "../../format/time";
import { formatCount, formatValue } from "../../format/units";
import classes from "./Evaluations.module.css";

/** The ledger: every slot of the rule and how it ended, the newest first. */
export function Evaluations({ ruleId }: { ruleId: string }) {
  const { t } = useTranslation();
  const evaluations = useEvaluations(ruleId);
  return (
    <Answer query={evaluations} empty={{
      when: (page) => page.items.length === 0,
      show: (
        <Empty title={t("evaluations.none")} icon={<History size={20} aria-hidden />}>{t("evaluations.noneText")}</Empty>
      ),
    }}>
      {(page) => (
        <ul className={classes.list} data-testid="evaluations">
          {page.items.map((evaluation) => <Row key={evaluation.id} evaluation={evaluation} />)}
        </ul>
      )}
    </Answer>
  );
}

function Row({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const { verdicts, slot, through, outcome, durationMillis } = evaluation;
  const fired = verdicts?.fire ?? 0;
  return (
    <li className={classes.row}>
      <button type="button" className={classes.head} aria-expanded={isOpen} onClick={() => setIsOpen((now) => !now)}>
        {isOpen ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
        <span className={classes.slot}>{formatTime(slot)}{through ? ` – ${formatTime(through)}` : ""}</span>
        <OutcomeStatus outcome={outcome} />
        <span className={classes.counts}>
          {verdicts !== null && outcome === "completed"
            ? t("evaluations.counts", { fire: fired, clear: verdicts.clear }) : evaluation.reason}
        </span>
        <span className={classes.duration}>
          {durationMillis === null ? "" : formatValue(durationMillis, "ms")}
        </span>
      </button>
      {isOpen && <Detail evaluation={evaluation} />}
    </li>
  );
}

function Detail({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useTranslation();
  const { reason, cost, verdicts, log, limit, version } = evaluation;
  return (
    <div className={classes.detail}>
      {reason !== null && <p className={classes.reason}>{reason}</p>}
      <dl className={classes.facts}>
        <div><dt>{t("rules.version")}</dt><dd>v{version}</dd></div>
        {verdicts !== null && (
          <div>
            <dt>{t("verdicts.word")}</dt>
            <dd>{t("evaluations.allCounts", { ...verdicts })}</dd>
          </div>
        )}
        {cost !== null && (
          <div>
            <dt>{t("evaluations.read")}</dt>
            <dd>{t("editor.cost", {
              series: formatCount(cost.series), points: formatCount(cost.points), calls: cost.hostCalls,
            })}</dd>
          </div>
        )}
      </dl>
      <Limits limits={cost?.limits ?? []} passed={limit ?? null} />
      {log !== null && log.length > 0 ? <LogLines lines={log} /> : <p className="dim">{t("evaluations.noLog")}</p>}
    </div>
  );
}

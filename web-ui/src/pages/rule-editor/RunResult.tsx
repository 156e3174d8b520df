// SPDX-License-Identifier: Apache-2.0
import { CircleAlert, Play, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Diagnostic, RunAnswer } from "../../api/types";
import { Limits } from "../../elements/limits/Limits";
import { Empty, Failure, Loading } from "../../elements/states/States";
import { OutcomeStatus } from "../../elements/status/Status";
import { Evidence, LogLines, Verdicts } from "../../elements/verdicts/Verdicts";
import { formatCount, formatValue } from "../../format/units";
import type { Workbench } from "./useWorkbench";
import classes from "./RuleEditor.module.css";

type GoTo = (place: { line: number; column: number }) => void;

/** What the last dry run said: problem at its line, verdicts, charts, log, cost. */
export function RunResult({ bench, onGoTo }: { bench: Workbench; onGoTo: GoTo }) {
  const { t } = useTranslation();
  const { run, check, diagnostics: errors } = bench;
  return (
    <div className={classes.result} aria-busy={run.isFetching}>
      {check.isError && <Failure failure={check.error} retry={() => void check.refetch()} />}
      {errors.length > 0 && <Diagnostics diagnostics={errors} onGoTo={onGoTo} />}
      {run.isError && run.data === undefined && <Failure failure={run.error} retry={() => void run.refetch()} />}
      {run.data !== undefined && errors.some((one) => one.severity === "error") && (
        <p className={classes.stale}>{t("editor.stale")}</p>
      )}
      {run.data !== undefined && <Outcome answer={run.data} onGoTo={onGoTo} />}
      {run.data === undefined && !run.isError && run.isFetching && <Loading rows={4} />}
      {run.data === undefined && !run.isError && !run.isFetching && errors.length === 0 && !check.isError && (
        <Empty title={t("editor.notRun")} icon={<Play size={20} aria-hidden />}>{t("editor.notRunText")}</Empty>
      )}
    </div>
  );
}

function Diagnostics({ diagnostics, onGoTo }: { diagnostics: Diagnostic[]; onGoTo: GoTo }) {
  const { t } = useTranslation();
  return (
    <ul className={classes.diagnostics} aria-label={t("editor.problems")}>
      {diagnostics.map((one, index) => (
        <li key={index}>
          <button type="button" data-tone={one.severity === "error" ? "critical" : "warning"}
            onClick={() => onGoTo({ line: one.line ?? 1, column: one.column ?? 1 })}>
            {one.severity === "error" ? <CircleAlert size={14} aria-hidden /> : <TriangleAlert size={14} aria-hidden />}
            <span className={classes.where}>{one.line === null ? "" : `${one.line}:${one.column ?? 1}`}</span>
            <span>{one.message}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Outcome({ answer, onGoTo }: { answer: RunAnswer; onGoTo: GoTo }) {
  const { t } = useTranslation();
  const { problem, verdicts, charts, log, cost } = answer;
  const unit = charts[0]?.unit ?? null;
  return (
    <>
      <div className={classes.summary} data-testid="run-summary">
        <OutcomeStatus outcome={answer.outcome} />
        <span>{t("editor.cost", {
          series: formatCount(cost.series), points: formatCount(cost.points), calls: cost.hostCalls,
        })}</span>
        <span>{formatValue(cost.durationMillis, "ms")}</span>
      </div>
      {problem !== null && (
        <Diagnostics onGoTo={onGoTo} diagnostics={[{
          severity: "error", message: problem.message, line: problem.line, column: problem.column,
        }]} />
      )}
      {problem?.limit && <Limits limits={cost.limits ?? []} passed={problem.limit} />}
      {answer.outcome === "completed" && (
        <section>
          <h2 className={classes.section}>{t("verdicts.title", { count: verdicts.length })}</h2>
          {verdicts.length === 0 ? <p className="dim">{t("verdicts.none")}</p>
            : <Verdicts verdicts={verdicts} unit={unit} />}
        </section>
      )}
      {charts.length > 0 && (
        <section>
          <h2 className={classes.section}>{t("verdicts.evidence")}</h2>
          <Evidence charts={charts} height={180} />
        </section>
      )}
      {log.length > 0 && (
        <section>
          <h2 className={classes.section}>{t("editor.log")}</h2>
          <LogLines lines={log} />
        </section>
      )}
      {answer.outcome === "completed" && (cost.limits ?? []).length > 0 && (
        <section>
          <h2 className={classes.section}>{t("limits.title")}</h2>
          <Limits limits={cost.limits ?? []} passed={null} />
        </section>
      )}
    </>
  );
}

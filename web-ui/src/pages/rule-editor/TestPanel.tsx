// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { CheckCircle2, CircleAlert, FlaskConical } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Diagnostic, Parameters, TestAnswer, TestCheck } from "../../api/types";
import { CodeEditor } from "../../elements/editor/CodeEditor";
import { Empty, Failure } from "../../elements/states/States";
import { Status } from "../../elements/status/Status";
import { localized } from "../../format/text";
import { formatValue } from "../../format/units";
import { blankTests, isPython } from "./blank";
import { useTests } from "./useTests";
import classes from "./TestPanel.module.css";

type Props = {
  ruleId: string;
  language: string;
  source: string;
  parameters: Parameters;
  tests: string;
  revision: number;
  onChange: (tests: string) => void;
  onSave: () => void;
};

/** The test file beside the rule, and what its checks came to on made-up series. */
export function TestPanel({ ruleId, language, source, parameters, tests, revision, onChange, onSave }: Props) {
  const { t } = useTranslation();
  const { run, answer } = useTests(ruleId);
  const [place, setPlace] = useState<{ line: number; column: number } | null>(null);
  const diagnostics = useMemo(() => (answer === undefined ? [] : diagnosticsOf(answer)), [answer]);
  if (tests === "") {
    return (
      <Empty title={t("tests.none")} icon={<FlaskConical size={20} aria-hidden />} action={
        <Button variant="default" onClick={() => onChange(blankTests(language, ruleId))}>{t("tests.write")}</Button>
      }>{t("tests.noneText")}</Empty>
    );
  }
  return (
    <div className={classes.panel}>
      <div className={classes.code}>
        <CodeEditor label={t("tests.code")} file={isPython(language) ? "rule.test.py" : "rule.test.js"} value={tests}
          revision={revision} diagnostics={diagnostics} goTo={place} onChange={onChange} onSave={onSave} />
      </div>
      <div className={classes.bar}>
        <Button size="xs" leftSection={<FlaskConical size={14} />} loading={run.isPending}
          onClick={() => run.mutate({ source, language, tests, parameters })}>
          {t("tests.run")}
        </Button>
        <span role="status" className="dim">
          {answer !== undefined && t("tests.summary", {
            passed: answer.checks.filter((check) => check.passed).length, count: answer.checks.length,
            slots: answer.slots, time: formatValue(answer.durationMillis, "ms"),
          })}
        </span>
      </div>
      {run.isError && <Failure failure={run.error} retry={run.reset} />}
      {answer !== undefined && <Results answer={answer} onGoTo={(line) => setPlace({ line, column: 1 })} />}
    </div>
  );
}

function Results({ answer, onGoTo }: { answer: TestAnswer; onGoTo: (line: number) => void }) {
  const { t } = useTranslation();
  const { problem, checks } = answer;
  return (
    <ul className={classes.checks} aria-label={t("tests.results")} data-testid="test-results">
      {problem !== null && (
        <li><Line passed={false} text={problem.message} seen={null} line={problem.line} onGoTo={onGoTo} /></li>
      )}
      {checks.map((check, index) => <Check key={index} check={check} onGoTo={onGoTo} />)}
    </ul>
  );
}

function Check({ check, onGoTo }: { check: TestCheck; onGoTo: (line: number) => void }) {
  const { t, i18n } = useTranslation();
  const { problem } = check;
  return (
    <li className={classes.check}>
      <h3 className={classes.name}>
        <Status tone={check.passed ? "ok" : "critical"}
          icon={check.passed ? <CheckCircle2 size={13} aria-hidden /> : <CircleAlert size={13} aria-hidden />}>
          {t(check.passed ? "tests.passed" : "tests.failed")}
        </Status>{" "}
        {check.name}
      </h3>
      {problem !== null && (
        <p className={classes.problem}>
          {problem.slot === null ? problem.message
            : t("tests.slotFailed", { slot: problem.slot, message: problem.message, line: problem.line ?? "?" })}
        </p>
      )}
      {check.expectations.map((one, index) => (
        <Line key={index} passed={one.passed} text={one.text} seen={one.seen} line={one.line} onGoTo={onGoTo} />
      ))}
      {check.alerts.slice(0, 5).map((alert, index) => (
        <p key={index} className="dim">
          {t("tests.alert", {
            labels: Object.values(alert.labels).join("/"), from: alert.firedAt, to: alert.resolvedAt ?? "…",
          })}{" "}
          {localized(alert.reason ?? undefined, i18n.language)}
        </p>
      ))}
    </li>
  );
}

type LineProps = { passed: boolean; text: string; seen: string | null; line: number | null; onGoTo: (line: number) => void };

function Line({ passed, text, seen, line, onGoTo }: LineProps) {
  const { t } = useTranslation();
  return (
    <button type="button" className={classes.line} data-tone={passed ? "ok" : "critical"} onClick={() => onGoTo(line ?? 1)}>
      {passed ? <CheckCircle2 size={14} aria-hidden /> : <CircleAlert size={14} aria-hidden />}
      <span className={classes.where}>{line ?? ""}</span>
      <span>{text}{seen !== null && !passed && <em>{t("tests.seen", { seen })}</em>}</span>
    </button>
  );
}

function diagnosticsOf(answer: TestAnswer): Diagnostic[] {
  const broken = answer.problem === null ? [] : [{ severity: "error" as const, ...answer.problem }];
  const failed = answer.checks.flatMap((check) => check.expectations)
    .filter((one) => !one.passed && one.line !== null)
    .map((one) => ({ severity: "error" as const, message: `${one.text}: ${one.seen}`, line: one.line, column: 1 }));
  return [...broken, ...failed];
}

// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { Archive, CheckCircle2, CircleDashed, Undo2, XCircle } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { OwnAlgorithm, Stage, TestedAlgorithm } from "../../api/algorithms";
import { api } from "../../api/client";
import { keys, useWrite } from "../../api/hooks";
import { useProblemText } from "../../elements/states/States";
import { Status } from "../../elements/status/Status";
import { toast } from "../../elements/toast/toast";
import { formatTime } from "../../format/time";
import classes from "./Algorithms.module.css";

const SIZE = { size: 13, "aria-hidden": true } as const;
const STAGES: Record<Stage, ["ok" | "unknown" | "info", ReactNode]> = {
  stable: ["ok", <CheckCircle2 key="s" {...SIZE} />],
  shadow: ["info", <CircleDashed key="h" {...SIZE} />],
  retired: ["unknown", <Archive key="r" {...SIZE} />],
};

/** The versions of an algorithm with their stages; a version is promoted here, or the one before comes back. */
export function VersionList({ algorithm }: { algorithm: OwnAlgorithm }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const promoting = useWrite((version: number) => api.promoteAlgorithm(algorithm.name, version), keys.algorithms, keys.ownAlgorithm);
  const rollingBack = useWrite(() => api.rollBackAlgorithm(algorithm.name), keys.algorithms, keys.ownAlgorithm);
  const failed = (failure: unknown) => toast(textOf(failure), "critical");
  const promote = () => promoting.mutate(algorithm.version, {
    onSuccess: (done) => toast(t("algorithms.promoted", { name: done.name, version: done.version })), onError: failed,
  });
  const rollBack = () => rollingBack.mutate(undefined, {
    onSuccess: (done) => toast(t("algorithms.rolledBack", { name: done.name, version: done.version })), onError: failed,
  });
  const last = algorithm.history[0];
  return (
    <section>
      <h2 className={classes.section}>{t("algorithms.versions")}</h2>
      <ul className={classes.list} data-testid="algorithm-versions">
        {algorithm.versions.map((one) => (
          <li key={one.version} aria-current={one.version === algorithm.version ? "true" : undefined}>
            <Link to={one.version === algorithm.newest ? `/algorithms/${algorithm.name}` : `/algorithms/${algorithm.name}?version=${one.version}`}>
              v{one.version}
            </Link>
            <Status tone={STAGES[one.stage][0]} icon={STAGES[one.stage][1]}>{t(`algorithms.${one.stage}`)}</Status>
            <span className="dim">{formatTime(one.savedAt)} · {one.savedBy}</span>
            {one.version === algorithm.version && <span className="dim">{t("algorithms.shown")}</span>}
            {one.version === algorithm.version && one.stage !== "stable" && (
              <Button size="compact-sm" variant="default" onClick={promote} loading={promoting.isPending}>{t("algorithms.promote")}</Button>
            )}
            {one.stage === "stable" && (
              <Button size="compact-sm" variant="default" leftSection={<Undo2 size={13} />} onClick={rollBack} loading={rollingBack.isPending}>
                {t("algorithms.rollBack")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {last && (
        <p className={classes.text}>
          v{last.version} {t("algorithms.history", { stage: t(`algorithms.${last.stage}`), at: formatTime(last.at), by: last.by })}
        </p>
      )}
    </section>
  );
}

/** The tests of the file, and how those went that were just run. */
export function TestList({ names, tests }: { names: string[]; tests: TestedAlgorithm[] }) {
  const { t } = useTranslation();
  const resultOf = (name: string) => tests.find((test) => test.name === name);
  const others = tests.filter((test) => !names.includes(test.name)).map((test) => test.name);
  return (
    <section>
      <h2 className={classes.section}>{t("algorithms.tests")}</h2>
      {names.length === 0 && <p className={classes.text}>{t("algorithms.noTests")}</p>}
      <ul className={classes.list} data-testid="algorithm-tests">
        {[...names, ...others].map((name) => <TestLine key={name} name={name} result={resultOf(name)} />)}
      </ul>
    </section>
  );
}

function TestLine({ name, result }: { name: string; result: TestedAlgorithm | undefined }) {
  const { t } = useTranslation();
  return (
    <li>
      {result !== undefined && (result.problem === null
        ? <Status tone="ok" icon={<CheckCircle2 {...SIZE} />}>{t("algorithms.testPassed")}</Status>
        : <Status tone="critical" icon={<XCircle {...SIZE} />}>{t("tests.failed")}</Status>)}
      <span>{name}</span>
      {result?.problem && <span className={classes.problem}>{result.problem}</span>}
    </li>
  );
}

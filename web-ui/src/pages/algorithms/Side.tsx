// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { Archive, CheckCircle2, CircleDashed, Undo2, XCircle } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { AlgorithmUse, OwnAlgorithm, Stage, TestedAlgorithm } from "../../api/algorithms";
import { api } from "../../api/client";
import { keys, useAlgorithmUses, useWrite } from "../../api/hooks";
import frame from "../../elements/editor/EditorPage.module.css";
import { Section, Versions } from "../../elements/editor/Sections";
import { Answer, Loading, useProblemText } from "../../elements/states/States";
import { Status } from "../../elements/status/Status";
import { toast } from "../../elements/toast/toast";
import { localized } from "../../format/text";
import { formatTime } from "../../format/time";

const SIZE = { size: 13, "aria-hidden": true } as const;
const STAGES: Record<Stage, ["ok" | "unknown" | "info", ReactNode]> = {
  stable: ["ok", <CheckCircle2 key="s" {...SIZE} />],
  shadow: ["info", <CircleDashed key="h" {...SIZE} />],
  retired: ["unknown", <Archive key="r" {...SIZE} />],
};

/** The versions of an algorithm with their stages; a version is promoted here, or the one before comes back. */
export function AlgorithmVersions({ algorithm }: { algorithm: OwnAlgorithm }) {
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
    <Versions of={algorithm} path={`/algorithms/${algorithm.name}`} testId="algorithm-versions" extra={(one) => (
      <>
        <Status tone={STAGES[one.stage][0]} icon={STAGES[one.stage][1]}>{t(`algorithms.${one.stage}`)}</Status>
        {one.version === algorithm.version && one.stage !== "stable" && (
          <Button size="compact-sm" variant="default" onClick={promote} loading={promoting.isPending}>{t("algorithms.promote")}</Button>
        )}
        {one.stage === "stable" && hasEarlier(algorithm, one.version) && (
          <Button size="compact-sm" variant="default" leftSection={<Undo2 size={13} />} onClick={rollBack} loading={rollingBack.isPending}>
            {t("algorithms.rollBack")}
          </Button>
        )}
      </>
    )}>
      {last && (
        <p>v{last.version} {t("algorithms.history", { stage: t(`algorithms.${last.stage}`), at: formatTime(last.at), by: last.by })}</p>
      )}
    </Versions>
  );
}

/** Whether an earlier version was stable, which a rollback would bring back. */
const hasEarlier = (algorithm: OwnAlgorithm, version: number) =>
  algorithm.history.some((change) => change.stage === "stable" && change.version < version);

/** The tests of the file, and how those went that were just run. */
export function TestList({ names, tests }: { names: string[]; tests: TestedAlgorithm[] }) {
  const { t } = useTranslation();
  const resultOf = (name: string) => tests.find((test) => test.name === name);
  const others = tests.filter((test) => !names.includes(test.name)).map((test) => test.name);
  return (
    <Section title={t("algorithms.tests")}>
      {names.length === 0 && <p>{t("algorithms.noTests")}</p>}
      <ul className={frame.list} data-testid="algorithm-tests">
        {[...names, ...others].map((name) => <TestLine key={name} name={name} result={resultOf(name)} />)}
      </ul>
    </Section>
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
      {result?.problem && <span className={frame.problem}>{result.problem}</span>}
    </li>
  );
}

/** The rules that name the algorithm, and in which version. */
export function UseList({ algorithm }: { algorithm: OwnAlgorithm }) {
  const { t, i18n } = useTranslation();
  const uses = useAlgorithmUses(algorithm.name);
  return (
    <Section title={t("modules.usedBy")}>
      <Answer query={uses} loading={<Loading rows={1} />}
        empty={{ when: (page) => page.items.length === 0, show: <p>{t("modules.unused")}</p> }}>
        {(page) => (
          <ul className={frame.list} data-testid="algorithm-uses">
            {page.items.map((use) => (
              <li key={use.rule}>
                <Link to={`/rules/${encodeURIComponent(use.rule)}`}>{localized(use.title, i18n.language) || use.rule}</Link>
                <span className="dim">{namedIn(use, t("algorithms.stable"))}</span>
                {use.through.length > 0 && <span className="dim">{t("catalogue.through", { modules: use.through.join(", ") })}</span>}
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Section>
  );
}

const namedIn = (use: AlgorithmUse, stable: string) =>
  [...(use.following ? [stable] : []), ...use.versions.map((version) => `v${version}`)].join(", ");

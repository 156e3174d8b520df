// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Algorithm } from "../../api/algorithms";
import frame from "../../elements/editor/EditorPage.module.css";
import { PageHead, Panel } from "../../elements/panel/Panel";
import { Empty } from "../../elements/states/States";
import { localized } from "../../format/text";
import { callOf } from "./start";
import classes from "./Algorithms.module.css";

/** What a built-in algorithm does, what can be set, and where it comes from. */
export function BuiltIn({ name, algorithm }: { name: string; algorithm: Algorithm | undefined }) {
  const { t, i18n } = useTranslation();
  const back = <Link to="/algorithms" className={frame.crumb}>{t("page.algorithms")}</Link>;
  if (algorithm === undefined) return <Empty title={name} action={back} />;
  const text = localized(algorithm.description, i18n.language);
  const call = algorithm.kind === "anomaly" || algorithm.kind === "forecast"
    ? callOf(name.slice(name.indexOf(".") + 1), algorithm.kind, "javascript") : `algo.use("${name}@${algorithm.version}")(frame)`;
  return (
    <>
      <PageHead title={<code>{name}</code>} note={text}>{back}</PageHead>
      <Panel title={t("algorithms.inRule")}><code className={frame.snippet}>{call}</code></Panel>
      <Panel title={t("algorithms.parameters")} className={classes.below ?? ""}>
        <dl className={classes.parameters}>
          {algorithm.parameters.map((one) => (
            <div key={one.name}>
              <dt>
                <code>{one.name}</code> <span className="dim">{one.type}</span>
                {one.default !== null && one.default !== undefined
                  && <span className="dim"> · {t("algorithms.default", { value: JSON.stringify(one.default) })}</span>}
              </dt>
              <dd>{localized(one.description, i18n.language)} {(one.options ?? []).join(", ")}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Panel title={t("algorithms.source")} className={classes.below ?? ""}>{algorithm.source}</Panel>
    </>
  );
}

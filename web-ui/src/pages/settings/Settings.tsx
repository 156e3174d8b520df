// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import { useSession } from "../../api/hooks";
import { PageHead, Panel } from "../../elements/panel/Panel";
import { Answer } from "../../elements/states/States";
import { Tenants } from "./Tenants";
import { Tokens } from "./Tokens";
import classes from "./Settings.module.css";

/** Who I am, how programs sign in, and for operators which tenants there are. */
export default function Settings() {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <>
      <PageHead title={t("page.settings")} />
      <Answer query={session}>
        {(data) => data === null ? null : (
          <div className={classes.stack}>
            <Panel title={t("settings.you")}>
              <dl className={classes.facts}>
                <div><dt>{t("signIn.account")}</dt><dd>{data.account}</dd></div>
                <div>
                  <dt>{t("settings.tenant")}</dt>
                  <dd>{data.tenant?.name ?? "–"} <code className="dim">{data.tenant?.id}</code></dd>
                </div>
                <div><dt>{t("settings.role")}</dt><dd>{data.role === null ? "–" : t(`role.${data.role}`)}</dd></div>
                <div>
                  <dt>{t("settings.operator")}</dt>
                  <dd>{t(data.operator ? "settings.isOperator" : "settings.isNotOperator")}</dd>
                </div>
              </dl>
            </Panel>
            <Tokens />
            {data.operator && <Tenants />}
          </div>
        )}
      </Answer>
    </>
  );
}

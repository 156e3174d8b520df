// SPDX-License-Identifier: Apache-2.0
import { Button, CopyButton } from "@mantine/core";
import { Check, Copy, Radio } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Panel } from "../../elements/panel/Panel";
import { Empty } from "../../elements/states/States";
import classes from "./Overview.module.css";

/** A tenant that has sent nothing yet: the shortest ways to the first series. */
export function FirstSteps() {
  const { t } = useTranslation();
  const origin = window.location.origin;
  const curl = [
    `curl -X POST ${origin}/api/v1/samples \\`,
    "  -H 'Authorization: Bearer TOKEN' -H 'Content-Type: application/json' \\",
    `  -d '[{"metric":"demo.temperature","labels":{"room":"lab"},"samples":[['$(date +%s000)',21.5]]}]'`,
  ].join("\n");
  const prometheus = [
    "remote_write:",
    `  - url: ${origin}/api/v1/write`,
    "    authorization:",
    "      credentials: TOKEN",
  ].join("\n");
  return (
    <Panel className={classes.first ?? ""}>
      <Empty title={t("overview.noSeries")} icon={<Radio size={20} aria-hidden />}
        action={<Button component={Link} to="/settings" size="xs">{t("overview.makeToken")}</Button>}>
        {t("overview.noSeriesText")}
      </Empty>
      <div className={classes.ways}>
        <Snippet title={t("overview.byCurl")} text={curl} />
        <Snippet title={t("overview.byPrometheus")} text={prometheus} />
      </div>
    </Panel>
  );
}

function Snippet({ title, text }: { title: string; text: string }) {
  const { t } = useTranslation();
  return (
    <div className={classes.snippet}>
      <div className={classes.snippetHead}>
        <h3>{title}</h3>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="default" size="compact-xs" onClick={copy}
              leftSection={copied ? <Check size={12} /> : <Copy size={12} />}>
              {t(copied ? "action.copied" : "action.copy")}
            </Button>
          )}
        </CopyButton>
      </div>
      <pre className={classes.code} tabIndex={0} aria-label={title}>{text}</pre>
    </div>
  );
}

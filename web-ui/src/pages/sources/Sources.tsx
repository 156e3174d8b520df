// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import { useSession } from "../../api/hooks";
import { PageHead } from "../../elements/panel/Panel";
import { Amounts, Arriving } from "./Arriving";
import { Externals } from "./Externals";
import { Secrets } from "./Secrets";
import { Targets } from "./Targets";
import classes from "./Sources.module.css";

/** Where data come from: what is sent here, what is fetched, and the secrets that it takes. */
export default function Sources() {
  const { t } = useTranslation();
  const role = useSession().data?.role;
  return (
    <>
      <PageHead title={t("page.sources")} note={t("sources.note")} />
      <div className={classes.stack}>
        <Amounts />
        <Externals canEdit={role !== "viewer"} />
        <Targets canEdit={role !== "viewer"} />
        {role !== "viewer" && <Secrets canEdit={role !== "editor"} />}
        <Arriving />
      </div>
    </>
  );
}

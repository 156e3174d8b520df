// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import { PageHead } from "../../elements/panel/Panel";
import { Channels } from "./Channels";
import { Deliveries } from "./Deliveries";
import classes from "./Notifications.module.css";

/** Where alerts go, and whether they arrived. */
export default function Notifications() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t("page.notifications")} note={t("channels.note")} />
      <div className={classes.stack}>
        <Channels />
        <Deliveries />
      </div>
    </>
  );
}

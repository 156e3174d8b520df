// SPDX-License-Identifier: Apache-2.0
import { MailCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useDeliveries } from "../../api/hooks";
import type { Delivery } from "../../api/channels";
import { Panel } from "../../elements/panel/Panel";
import { Answer, Empty, Loading } from "../../elements/states/States";
import { DeliveryState } from "../../elements/status/Status";
import { type Column, Table } from "../../elements/table/Table";
import { formatTime } from "../../format/time";

/** Every message that was sent or tried, the newest first. */
export function Deliveries() {
  const { t } = useTranslation();
  const deliveries = useDeliveries();
  const columns: Column<Delivery>[] = [
    { key: "at", title: t("deliveries.at"), cell: (one) => formatTime(one.at) },
    { key: "status", title: t("deliveries.status"), cell: (one) => <DeliveryState status={one.status} /> },
    { key: "kind", title: t("deliveries.kind"), cell: (one) => t(`deliveries.kinds.${one.kind}`) },
    { key: "channel", title: t("deliveries.channel"), from: "tablet", cell: (one) => one.channelName },
    {
      key: "alert", title: t("deliveries.alert"), from: "tablet",
      cell: (one) => one.alertId === null ? "" : (
        <Link to={`/alerts/${encodeURIComponent(one.alertId)}`}>{t("deliveries.openAlert")}</Link>
      ),
    },
    { key: "attempts", title: t("deliveries.attempts"), number: true, from: "tablet", cell: (one) => one.attempts },
    { key: "detail", title: t("deliveries.detail"), grow: true, from: "tablet",
      cell: (one) => <span className="dim" title={one.detail ?? undefined}>{one.detail}</span> },
  ];
  return (
    <Panel title={t("deliveries.title")} flush>
      <Answer query={deliveries} loading={<Loading rows={3} />} empty={{
        when: (page) => page.items.length === 0,
        show: (
          <Empty title={t("deliveries.none")} icon={<MailCheck size={20} aria-hidden />}>
            {t("deliveries.noneText")}
          </Empty>
        ),
      }}>
        {(page) => <Table label={t("deliveries.title")} columns={columns} rows={page.items} rowKey={(one) => one.id} />}
      </Answer>
    </Panel>
  );
}

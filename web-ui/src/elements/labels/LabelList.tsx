// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button } from "@mantine/core";
import { BellOff, OctagonAlert, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { api } from "../../api/client";
import { keys, useWrite } from "../../api/hooks";
import type { LabelledIncident } from "../../api/labels";
import { labelLine } from "../../format/text";
import { formatTime } from "../../format/time";
import { useProblemText } from "../states/States";
import { Status } from "../status/Status";
import { toast } from "../toast/toast";
import classes from "./Labels.module.css";

const FEW = 5;

/** What was said of stretches of a chart, the newest first; each can be taken back. */
export function LabelList({ labels, canEdit }: { labels: LabelledIncident[]; canEdit: boolean }) {
  const { t } = useTranslation();
  const [isAll, setAll] = useState(false);
  if (labels.length === 0) return null;
  const newest = labels.toReversed();
  return (
    <>
      <ul className={classes.list} aria-label={t("labels.title")} data-testid="labels">
        {newest.slice(0, isAll ? newest.length : FEW).map((label) => <Line key={label.id} label={label} canEdit={canEdit} />)}
      </ul>
      {newest.length > FEW && !isAll && (
        <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>{t("chart.more", { count: newest.length - FEW })}</Button>
      )}
    </>
  );
}

function Line({ label, canEdit }: { label: LabelledIncident; canEdit: boolean }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const removing = useWrite(api.deleteLabel, keys.labels, keys.feedback);
  const stretch = `${formatTime(label.from)} – ${formatTime(label.to)}`;
  return (
    <li>
      <LabelStatus isUseful={label.useful} />
      <span>{stretch}</span>
      <code className="ellipsis">{labelLine(label.labels) || t("explore.noLabels")}</code>
      {label.note !== "" && <span className="ellipsis" title={label.note}>{label.note}</span>}
      {label.alert ? <Link to={`/alerts/${encodeURIComponent(label.alert)}`}>{t("labels.ofAlert")}</Link>
        : <span className="dim">{label.madeBy}</span>}
      {canEdit && (
        <ActionIcon size="sm" variant="subtle" color="gray" loading={removing.isPending}
          aria-label={t("labels.remove", { stretch })}
          onClick={() => removing.mutate(label.id, { onError: (failure) => toast(textOf(failure), "critical") })}>
          <X size={14} />
        </ActionIcon>
      )}
    </li>
  );
}

const SIZE = { size: 13, "aria-hidden": true, strokeWidth: 2.2 } as const;

/** An incident that should be found, or noise. */
export function LabelStatus({ isUseful }: { isUseful: boolean }) {
  const { t } = useTranslation();
  return isUseful ? <Status tone="warning" icon={<OctagonAlert {...SIZE} />}>{t("labels.useful")}</Status>
    : <Status tone="unknown" icon={<BellOff {...SIZE} />}>{t("labels.noise")}</Status>;
}

// SPDX-License-Identifier: Apache-2.0
import { Button, Popover } from "@mantine/core";
import { Tag } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLabels, useSession } from "../../api/hooks";
import type { LabelledIncident } from "../../api/labels";
import type { Labels } from "../../api/types";
import { formatTime, millisOf } from "../../format/time";
import { Chart, type ChartProps } from "../chart/Chart";
import { type Area, axisSpan } from "../chart/options";
import { LabelForm } from "./LabelForm";
import { LabelList } from "./LabelList";
import { chosenBy, concerns, type Cursor, isOn, moved, scopesOf, type Stretch, within } from "./stretch";
import classes from "./Labels.module.css";

type Props = Omit<ChartProps, "onDrag" | "areas"> & {
  metric: string;
  /** Labels that all drawn series have, though they may not show them. */
  fixed?: Labels;
  /** Where dragging zooms, labelling is switched on first. */
  onZoom?: (from: number, to: number) => void;
};

const NONE: Labels = {};

/** A chart on which people say what a stretch of time was: by dragging, or by the keyboard. What was said is drawn as bands. */
export function LabelledChart({ metric, fixed = NONE, onZoom, ...chart }: Props) {
  const { t } = useTranslation();
  const session = useSession();
  const labels = useLabels(metric);
  const [isOnDemand, setIsOnDemand] = useState(false);
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [asked, setAsked] = useState<Stretch | null>(null);
  const [from, to] = axisSpan(chart);
  const bounds = { from, to };
  const canEdit = session.data !== undefined && session.data !== null && session.data.role !== "viewer";
  const isLabelling = canEdit && (onZoom === undefined || isOnDemand);
  const shown = (labels.data?.items ?? []).filter((one) => isOn(one, bounds) && concerns(one, chart.series, fixed));
  const chosen = asked ?? (cursor && chosenBy(cursor, bounds));
  const areas: Area[] = [...shown.map(areaOf), ...(chosen ? [{ ...chosen, tone: "chosen" as const }] : [])];
  const forget = () => {
    setAsked(null);
    setCursor(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === "Escape") forget();
    if (event.key === "Enter" && cursor !== null) setAsked(chosenBy(cursor, bounds));
    const next = moved(cursor, event.key, event.shiftKey, bounds);
    if (next !== null) setCursor(next);
    if (next !== null || event.key === "Enter") event.preventDefault();
  };
  const byKeyboard = { role: "application", tabIndex: 0, onKeyDown, "aria-label": t("labels.field", { metric }) };
  return (
    <>
      <Popover opened={isLabelling && asked !== null} onChange={(isOpen) => !isOpen && forget()} trapFocus returnFocus
        withRoles={false} position="bottom" shadow="none" width={320}>
        <Popover.Target>
          <div className={classes.field} {...(isLabelling ? byKeyboard : {})}>
            <Chart {...chart} areas={areas}
              onDrag={isLabelling ? (one, other) => setAsked(within(one, other, bounds)) : onZoom} />
          </div>
        </Popover.Target>
        <Popover.Dropdown role="dialog" aria-label={t("labels.make")}>
          {asked !== null && <LabelForm metric={metric} stretch={asked} scopes={scopesOf(chart.series, fixed)} onDone={forget} />}
        </Popover.Dropdown>
      </Popover>
      <div className={classes.foot}>
        {canEdit && onZoom !== undefined && (
          <Button size="compact-xs" variant={isOnDemand ? "filled" : "default"} leftSection={<Tag size={12} />} aria-pressed={isOnDemand}
            onClick={() => setIsOnDemand(!isOnDemand)}>
            {t("labels.make")}
          </Button>
        )}
        {isLabelling && <span className="dim">{t("labels.hint")}</span>}
        <span role="status" className={cursor === null ? "visually-hidden" : classes.chosen}>
          {chosen && cursor && `${formatTime(chosen.from)} – ${formatTime(chosen.to)}`}
        </span>
      </div>
      <LabelList labels={shown} canEdit={canEdit} />
    </>
  );
}

const areaOf = (one: LabelledIncident): Area =>
  ({ from: millisOf(one.from), to: millisOf(one.to), tone: one.useful ? "useful" : "noise" });

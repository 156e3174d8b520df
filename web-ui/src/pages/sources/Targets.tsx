// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button } from "@mantine/core";
import { CheckCircle2, CircleDashed, CirclePause, OctagonAlert, Pencil, Plus, Radar, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client";
import { keys, useTargets, useWrite } from "../../api/hooks";
import type { Target } from "../../api/sources";
import { Confirm } from "../../elements/confirm/Confirm";
import { Panel } from "../../elements/panel/Panel";
import { Answer, Empty, Loading, useProblemText } from "../../elements/states/States";
import { Status } from "../../elements/status/Status";
import { type Column, Table } from "../../elements/table/Table";
import { toast } from "../../elements/toast/toast";
import { spanSince } from "../../format/time";
import { formatCount } from "../../format/units";
import { TargetForm } from "./TargetForm";
import classes from "./Sources.module.css";

/** Pages of metrics that are scraped, and how the last scrape of each went. */
export function Targets({ canEdit }: { canEdit: boolean }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const targets = useTargets();
  const [edited, setEdited] = useState<Target | "new" | null>(null);
  const [doomed, setDoomed] = useState<Target | null>(null);
  const remove = useWrite((target: Target) => api.deleteTarget(target.id), keys.targets);
  const columns: Column<Target>[] = [
    { key: "name", title: t("sources.name"), cell: (one) => <strong>{one.target.name}</strong> },
    { key: "state", title: t("sources.state"), cell: (one) => <State target={one} /> },
    { key: "url", title: t("sources.url"), grow: true, from: "tablet", cell: (one) => <code className="dim">{one.target.url}</code> },
    { key: "stored", title: t("sources.stored"), number: true, from: "tablet",
      cell: (one) => (one.state === null ? "–" : formatCount(one.state.stored)) },
    { key: "last", title: t("sources.last"), number: true, from: "desktop", cell: (one) => spanSince(one.state?.at) },
    ...(canEdit ? [{ key: "actions", title: t("sources.edit"), quiet: true, cell: (one: Target) => (
      <span className={classes.actions}>
        <ActionIcon variant="subtle" color="gray" aria-label={t("sources.editOne", { name: one.target.name })}
          onClick={() => setEdited(one)}><Pencil size={15} /></ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t("sources.deleteOne", { name: one.target.name })}
          onClick={() => setDoomed(one)}><Trash2 size={15} /></ActionIcon>
      </span>
    ) }] : []),
  ];
  const add = canEdit && (
    <Button size="xs" leftSection={<Plus size={14} />} onClick={() => setEdited("new")}>{t("sources.addTarget")}</Button>
  );
  return (
    <Panel title={t("sources.targets")} aside={add} flush>
      <Answer query={targets} loading={<Loading rows={2} />} empty={{
        when: (page) => page.items.length === 0,
        show: <Empty title={t("sources.noTargets")} icon={<Radar size={20} aria-hidden />}>{t("sources.noTargetsText")}</Empty>,
      }}>
        {(page) => <Table label={t("sources.targets")} columns={columns} rows={page.items} rowKey={(one) => one.id} />}
      </Answer>
      {edited !== null && <TargetForm target={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
      <Confirm opened={doomed !== null} title={t("sources.deleteTitle")} action={t("action.delete")}
        text={t("sources.deleteText", { name: doomed?.target.name ?? "" })} isBusy={remove.isPending}
        onConfirm={() => doomed && remove.mutate(doomed, {
          onError: (failure) => toast(textOf(failure), "critical"),
          onSettled: () => setDoomed(null),
        })}
        onClose={() => setDoomed(null)} />
    </Panel>
  );
}

const SIZE = { size: 13, "aria-hidden": true, strokeWidth: 2.2 } as const;

function State({ target: { target, state } }: { target: Target }) {
  const { t } = useTranslation();
  if (target.enabled === false) return <Status tone="unknown" icon={<CirclePause {...SIZE} />}>{t("sources.paused")}</Status>;
  if (state === null) return <Status tone="unknown" icon={<CircleDashed {...SIZE} />}>{t("sources.notYet")}</Status>;
  return (
    <span title={state.problem ?? undefined}>
      {state.up ? <Status tone={state.problem === null ? "ok" : "warning"} icon={<CheckCircle2 {...SIZE} />}>{t("sources.up")}</Status>
        : <Status tone="critical" icon={<OctagonAlert {...SIZE} />}>{t("sources.down")}</Status>}
    </span>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button } from "@mantine/core";
import { CheckCircle2, CircleDashed, CirclePause, Database, OctagonAlert, Pencil, Plus, Trash2, Unplug } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client";
import { keys, useSources, useWrite } from "../../api/hooks";
import type { Source } from "../../api/sources";
import { Confirm } from "../../elements/confirm/Confirm";
import { Panel } from "../../elements/panel/Panel";
import { Answer, Empty, Loading, useProblemText } from "../../elements/states/States";
import { Status } from "../../elements/status/Status";
import { type Column, Table } from "../../elements/table/Table";
import { toast } from "../../elements/toast/toast";
import { spanSince } from "../../format/time";
import { ExternalForm } from "./ExternalForm";
import classes from "./Sources.module.css";

/** Series that lie elsewhere: asked for when somebody reads them, and how each source has answered. */
export function Externals({ canEdit }: { canEdit: boolean }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const sources = useSources();
  const [edited, setEdited] = useState<Source | "new" | null>(null);
  const [doomed, setDoomed] = useState<Source | null>(null);
  const remove = useWrite((source: Source) => api.deleteSource(source.source.name), keys.sources);
  const columns: Column<Source>[] = [
    { key: "name", title: t("sources.name"), cell: ({ source }) => <strong>{source.name}</strong> },
    { key: "state", title: t("sources.state"), cell: (one) => <State source={one} /> },
    { key: "kind", title: t("sources.kind"), from: "tablet", cell: ({ source }) => source.kind },
    { key: "where", title: t("sources.url"), grow: true, from: "tablet",
      cell: ({ source }) => <code className="dim">{source.url ?? `${source.host}:${source.port ?? 5432}/${source.database}`}</code> },
    { key: "last", title: t("sources.answered"), number: true, from: "desktop", cell: ({ health }) => spanSince(health.lastSuccess) },
    ...(canEdit ? [{ key: "actions", title: t("sources.edit"), quiet: true, cell: (one: Source) => (
      <span className={classes.actions}>
        <ActionIcon variant="subtle" color="gray" aria-label={t("sources.editOne", { name: one.source.name })}
          onClick={() => setEdited(one)}><Pencil size={15} /></ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t("sources.deleteOne", { name: one.source.name })}
          onClick={() => setDoomed(one)}><Trash2 size={15} /></ActionIcon>
      </span>
    ) }] : []),
  ];
  return (
    <Panel title={t("sources.externals")} flush aside={canEdit && (
      <Button size="xs" leftSection={<Plus size={14} />} onClick={() => setEdited("new")}>{t("sources.addSource")}</Button>
    )}>
      <Answer query={sources} loading={<Loading rows={2} />} empty={{
        when: (page) => page.items.length === 0,
        show: <Empty title={t("sources.noSources")} icon={<Database size={20} aria-hidden />}>{t("sources.noSourcesText")}</Empty>,
      }}>
        {(page) => <Table label={t("sources.externals")} columns={columns} rows={page.items} rowKey={(one) => one.source.name} />}
      </Answer>
      {edited !== null && <ExternalForm source={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
      <Confirm opened={doomed !== null} title={t("sources.deleteSourceTitle")} action={t("action.delete")}
        text={t("sources.deleteSourceText", { name: doomed?.source.name ?? "" })} isBusy={remove.isPending}
        onConfirm={() => doomed && remove.mutate(doomed, {
          onError: (failure) => toast(textOf(failure), "critical"),
          onSettled: () => setDoomed(null),
        })}
        onClose={() => setDoomed(null)} />
    </Panel>
  );
}

const SIZE = { size: 13, "aria-hidden": true, strokeWidth: 2.2 } as const;

function State({ source: { source, health } }: { source: Source }) {
  const { t } = useTranslation();
  if (source.enabled === false) return <Status tone="unknown" icon={<CirclePause {...SIZE} />}>{t("sources.paused")}</Status>;
  const states = {
    unknown: <Status tone="unknown" icon={<CircleDashed {...SIZE} />}>{t("sources.notAsked")}</Status>,
    ok: <Status tone="ok" icon={<CheckCircle2 {...SIZE} />}>{t("sources.up")}</Status>,
    failing: <Status tone="critical" icon={<OctagonAlert {...SIZE} />}>{t("sources.down")}</Status>,
    open: <Status tone="critical" icon={<Unplug {...SIZE} />}>{t("sources.leftAlone")}</Status>,
  };
  return <span title={health.problem ?? undefined}>{states[health.state]}</span>;
}

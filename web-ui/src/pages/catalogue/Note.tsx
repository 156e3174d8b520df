// SPDX-License-Identifier: Apache-2.0
import { Button, TagsInput } from "@mantine/core";
import { Pencil } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client";
import { useSession, useWrite } from "../../api/hooks";
import type { Metric } from "../../api/types";
import { Panel } from "../../elements/panel/Panel";
import { useProblemText } from "../../elements/states/States";
import classes from "./Catalogue.module.css";

/** Who is asked about a metric, and its tags. */
export function Note({ metric }: { metric: Metric }) {
  const { t } = useTranslation();
  const session = useSession();
  const [isEditing, setEditing] = useState(false);
  return (
    <Panel title={t("catalogue.people")} aside={session.data?.role !== "viewer" && !isEditing && (
      <Button size="xs" variant="subtle" leftSection={<Pencil size={13} />} onClick={() => setEditing(true)}>
        {t("entities.edit")}
      </Button>
    )}>
      {isEditing ? <Edit metric={metric} onDone={() => setEditing(false)} /> : (
        <dl className={classes.facts}>
          <div><dt>{t("entities.owners")}</dt><dd>{metric.owners.join(", ") || "–"}</dd></div>
          <div><dt>{t("entities.tags")}</dt><dd>{metric.tags.join(", ") || "–"}</dd></div>
        </dl>
      )}
    </Panel>
  );
}

function Edit({ metric, onDone }: { metric: Metric; onDone: () => void }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const [owners, setOwners] = useState(metric.owners);
  const [tags, setTags] = useState(metric.tags);
  const put = useWrite((note: { owners: string[]; tags: string[] }) => api.noteMetric(metric.name, note),
    ["metric", metric.name], ["metrics"]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    put.mutate({ owners, tags }, { onSuccess: onDone });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TagsInput size="xs" label={t("entities.owners")} value={owners} onChange={setOwners} />
      <TagsInput size="xs" label={t("entities.tags")} value={tags} onChange={setTags} />
      {put.isError && <p className={classes.error} role="alert">{textOf(put.error)}</p>}
      <div className={classes.row}>
        <Button type="submit" size="xs" loading={put.isPending}>{t("entities.save")}</Button>
        <Button size="xs" variant="default" onClick={onDone}>{t("action.cancel")}</Button>
      </div>
    </form>
  );
}

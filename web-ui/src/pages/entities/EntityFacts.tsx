// SPDX-License-Identifier: Apache-2.0
import { Button, TagsInput, TextInput } from "@mantine/core";
import { Pencil } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client";
import type { Entity } from "../../api/entities";
import { entityKeys, useFiring } from "../../api/entity-hooks";
import { useWrite } from "../../api/hooks";
import { Panel } from "../../elements/panel/Panel";
import { useProblemText } from "../../elements/states/States";
import { labelLine } from "../../format/text";
import { formatTime } from "../../format/time";
import { Health } from "./Health";
import { worstOf } from "./health";
import classes from "./Entities.module.css";

type Props = { entity: Entity; canEdit: boolean; isNow: boolean };

/** What is said of an entity; name, tags and owners can be said anew. */
export function EntityFacts({ entity, canEdit, isNow }: Props) {
  const { t } = useTranslation();
  const [isEditing, setEditing] = useState(false);
  const firing = useFiring();
  return (
    <Panel title={t("entities.facts")} aside={canEdit && !isEditing && (
      <Button size="xs" variant="subtle" leftSection={<Pencil size={13} />} onClick={() => setEditing(true)}>
        {t("entities.edit")}
      </Button>
    )}>
      <dl className={classes.facts}>
        {isNow && (
          <div><dt>{t("entities.health")}</dt>
            <dd>{firing.data === undefined ? "–" : <Health worst={worstOf(firing.data.get(entity.id))} />}</dd></div>
        )}
        <div><dt>{t("entities.labels")}</dt><dd><code>{labelLine(entity.labels)}</code></dd></div>
        {!isEditing && (
          <>
            <div><dt>{t("entities.tags")}</dt><dd>{entity.tags.join(", ") || "–"}</dd></div>
            <div><dt>{t("entities.owners")}</dt><dd>{entity.owners.join(", ") || "–"}</dd></div>
          </>
        )}
        <div><dt>{t("entities.since")}</dt><dd>{formatTime(entity.since)}</dd></div>
        {entity.until !== null && <div><dt>{t("entities.until")}</dt><dd>{formatTime(entity.until)}</dd></div>}
      </dl>
      {isEditing && <Edit entity={entity} onDone={() => setEditing(false)} />}
    </Panel>
  );
}

function Edit({ entity, onDone }: { entity: Entity; onDone: () => void }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const [name, setName] = useState(entity.name);
  const [tags, setTags] = useState(entity.tags);
  const [owners, setOwners] = useState(entity.owners);
  const put = useWrite(api.putEntity, entityKeys.all);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    put.mutate({ type: entity.type, labels: entity.labels, name: name.trim(), tags, owners }, { onSuccess: onDone });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput size="xs" label={t("entities.name")} value={name} required withAsterisk={false}
        onChange={(event) => setName(event.currentTarget.value)} />
      <TagsInput size="xs" label={t("entities.tags")} value={tags} onChange={setTags} />
      <TagsInput size="xs" label={t("entities.owners")} value={owners} onChange={setOwners} />
      {put.isError && <p className={classes.error} role="alert">{textOf(put.error)}</p>}
      <div className={classes.row}>
        <Button type="submit" size="xs" loading={put.isPending}>{t("entities.save")}</Button>
        <Button size="xs" variant="default" onClick={onDone}>{t("action.cancel")}</Button>
      </div>
    </form>
  );
}

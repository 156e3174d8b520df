// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from "@mantine/core";
import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client";
import type { Entity } from "../../api/entities";
import { entityKeys, useChanges } from "../../api/entity-hooks";
import { useWrite } from "../../api/hooks";
import { Panel } from "../../elements/panel/Panel";
import { Answer, Loading, useProblemText } from "../../elements/states/States";
import { TimeField } from "../../elements/time-field/TimeField";
import { formatTime } from "../../format/time";
import classes from "./Entities.module.css";

const DAYS = 30;
const DAY_MILLIS = 86_400_000;

/** What was done to an entity in the last days. */
export function Changes({ entity, canEdit }: { entity: Entity; canEdit: boolean }) {
  const { t } = useTranslation();
  const [since] = useState(() => new Date(Date.now() - DAYS * DAY_MILLIS).toISOString());
  const [isAdding, setAdding] = useState(false);
  const changes = useChanges(entity.id, since);
  return (
    <Panel title={t("entities.changes")} aside={canEdit && !isAdding && (
      <Button size="xs" variant="subtle" leftSection={<Plus size={13} />} onClick={() => setAdding(true)}>
        {t("entities.addChange")}
      </Button>
    )}>
      {isAdding && <NewChange entity={entity.id} onDone={() => setAdding(false)} />}
      <Answer query={changes} loading={<Loading rows={2} />}>
        {(page) => (
          <ul className={classes.list}>
            {page.items.length === 0 && <li className={classes.text}>{t("entities.noChanges", { days: DAYS })}</li>}
            {page.items.map((change) => (
              <li key={`${change.time} ${change.kind} ${change.text}`} className={classes.line}>
                <span className="ellipsis" title={change.text}><strong>{change.kind}</strong> {change.text}</span>
                <time className="dim" dateTime={change.time}>{formatTime(change.time)}</time>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}

function NewChange({ entity, onDone }: { entity: string; onDone: () => void }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const [kind, setKind] = useState("deployment");
  const [text, setText] = useState("");
  const [at, setAt] = useState<string | null>(null);
  const add = useWrite(api.addChange, entityKeys.all);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ entity, kind: kind.trim(), text: text.trim(), ...(at === null ? {} : { time: at }) }, { onSuccess: onDone });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <div className={classes.row}>
        <TextInput size="xs" label={t("entities.kind")} required withAsterisk={false} value={kind} className={classes.grow ?? ""}
          onChange={(event) => setKind(event.currentTarget.value)} data-autofocus />
        <TextInput size="xs" label={t("entities.text")} value={text} placeholder="4.2" className={classes.grow ?? ""}
          onChange={(event) => setText(event.currentTarget.value)} />
        <TimeField size="xs" label={t("entities.at")} value={at} onChange={setAt} />
      </div>
      {add.isError && <p className={classes.error} role="alert">{textOf(add.error)}</p>}
      <div className={classes.row}>
        <Button type="submit" size="xs" loading={add.isPending}>{t("entities.addChange")}</Button>
        <Button size="xs" variant="default" onClick={onDone}>{t("action.cancel")}</Button>
      </div>
    </form>
  );
}

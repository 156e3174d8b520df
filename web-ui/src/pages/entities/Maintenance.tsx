// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from "@mantine/core";
import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client";
import type { Entity, MaintenanceWindow } from "../../api/entities";
import { entityKeys, useMaintenance } from "../../api/entity-hooks";
import { useWrite } from "../../api/hooks";
import { Panel } from "../../elements/panel/Panel";
import { Answer, Loading, useProblemText } from "../../elements/states/States";
import { toast } from "../../elements/toast/toast";
import { TimeField } from "../../elements/time-field/TimeField";
import { formatTime, millisOf } from "../../format/time";
import classes from "./Entities.module.css";

const HOUR_MILLIS = 3_600_000;

/** When an entity is worked on, now or later. */
export function Maintenance({ entity, canEdit }: { entity: Entity; canEdit: boolean }) {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const windows = useMaintenance(entity.id);
  return (
    <Panel title={t("entities.maintenance")} aside={canEdit && !isAdding && (
      <Button size="xs" variant="subtle" leftSection={<Plus size={13} />} onClick={() => setAdding(true)}>
        {t("entities.addMaintenance")}
      </Button>
    )}>
      {isAdding && <NewWindow entity={entity.id} onDone={() => setAdding(false)} />}
      <Answer query={windows} loading={<Loading rows={2} />}>
        {(page) => (
          <ul className={classes.list}>
            {page.items.length === 0 && <li className={classes.text}>{t("entities.noMaintenance")}</li>}
            {page.items.map((window) => <Window key={window.id} window={window} canEdit={canEdit} />)}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}

function Window({ window, canEdit }: { window: MaintenanceWindow; canEdit: boolean }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const end = useWrite(api.endMaintenance, entityKeys.all);
  const hasBegun = millisOf(window.since) <= Date.now();
  return (
    <li className={classes.line}>
      <span>
        {window.reason !== "" && <strong>{window.reason} </strong>}
        <span className="dim">{formatTime(window.since)} – {formatTime(window.until)}</span>
      </span>
      {canEdit && (
        <Button size="compact-xs" variant="default" loading={end.isPending}
          onClick={() => end.mutate(window.id, { onError: (failure) => toast(textOf(failure), "critical") })}>
          {t(hasBegun ? "entities.endNow" : "entities.takeBack")}
        </Button>
      )}
    </li>
  );
}

function NewWindow({ entity, onDone }: { entity: string; onDone: () => void }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const [since, setSince] = useState<string | null>(() => new Date().toISOString());
  const [until, setUntil] = useState<string | null>(() => new Date(Date.now() + HOUR_MILLIS).toISOString());
  const [reason, setReason] = useState("");
  const add = useWrite(api.addMaintenance, entityKeys.all);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (until === null) return;
    add.mutate({ entity, until, reason: reason.trim(), ...(since === null ? {} : { since }) }, { onSuccess: onDone });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <div className={classes.row}>
        <TimeField size="xs" label={t("entities.from")} value={since} onChange={setSince} />
        <TimeField size="xs" label={t("entities.until")} required withAsterisk={false} value={until} onChange={setUntil} />
        <TextInput size="xs" label={t("entities.reason")} value={reason} className={classes.grow ?? ""}
          onChange={(event) => setReason(event.currentTarget.value)} />
      </div>
      {add.isError && <p className={classes.error} role="alert">{textOf(add.error)}</p>}
      <div className={classes.row}>
        <Button type="submit" size="xs" loading={add.isPending}>{t("entities.addMaintenance")}</Button>
        <Button size="xs" variant="default" onClick={onDone}>{t("action.cancel")}</Button>
      </div>
    </form>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Button, SegmentedControl, Select, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client";
import { keys, useWrite } from "../../api/hooks";
import { useProblemText } from "../states/States";
import { formatTime } from "../../format/time";
import type { Scope, Stretch } from "./stretch";
import classes from "./Labels.module.css";

const LONGEST_NOTE = 500;

type Props = { metric: string; stretch: Stretch; scopes: Scope[]; onDone: () => void };

/** What a stretch was: an incident that should be found, or noise, of all series or of one. */
export function LabelForm({ metric, stretch, scopes, onDone }: Props) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const [useful, setUseful] = useState(true);
  const [scope, setScope] = useState("0");
  const [note, setNote] = useState("");
  const saving = useWrite(api.labelIncident, keys.labels);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate({
      metric, labels: scopes[Number(scope)]?.labels ?? {}, useful, note: note.trim(),
      from: new Date(stretch.from).toISOString(), to: new Date(stretch.to).toISOString(),
    }, { onSuccess: onDone });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <p className={classes.when}>{formatTime(stretch.from)} – {formatTime(stretch.to)}</p>
      <SegmentedControl size="xs" fullWidth value={useful ? "useful" : "noise"} onChange={(value) => setUseful(value === "useful")}
        aria-label={t("labels.kind")} data={["useful", "noise"].map((value) => ({ value, label: t(`labels.${value}`) }))} />
      {scopes.length > 1 && (
        <Select size="xs" label={t("explore.series")} value={scope} allowDeselect={false} searchable={scopes.length > 8}
          comboboxProps={{ withinPortal: false }} onChange={(value) => setScope(value ?? "0")}
          data={scopes.map(({ name }, index) => ({ value: String(index), label: name ?? t("labels.everySeries") }))} />
      )}
      <TextInput size="xs" label={t("labels.note")} value={note} maxLength={LONGEST_NOTE} data-autofocus
        onChange={(event) => setNote(event.currentTarget.value)} />
      {saving.isError && <p className={classes.problem} role="alert">{textOf(saving.error)}</p>}
      <div className={classes.actions}>
        <Button size="xs" variant="default" onClick={onDone}>{t("action.cancel")}</Button>
        <Button size="xs" type="submit" loading={saving.isPending}>{t("labels.save")}</Button>
      </div>
    </form>
  );
}

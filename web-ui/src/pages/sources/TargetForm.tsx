// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, Select, Switch, TextInput } from "@mantine/core";
import { FlaskConical } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client";
import { keys, useSecrets, useWrite } from "../../api/hooks";
import type { Target, TargetSpec, TargetTrial } from "../../api/sources";
import { useProblemText } from "../../elements/states/States";
import { toast } from "../../elements/toast/toast";
import { labelLine } from "../../format/text";
import classes from "./Sources.module.css";

type Props = { target: Target | null; onClose: () => void };

/** A page to be scraped; it can be tried before it is saved. What the form does not show stays as it was. */
export function TargetForm({ target, onClose }: Props) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const [spec, setSpec] = useState<TargetSpec>(target?.target ?? { name: "", url: "", interval: "30s", enabled: true });
  const [labels, setLabels] = useState(labelLine(target?.target.labels ?? {}));
  const save = useWrite((asked: TargetSpec) => target === null ? api.createTarget(asked)
    : api.putTarget(target.id, asked, target.version), keys.targets);
  const trial = useWrite(api.tryTarget);
  const secrets = useSecrets();
  const parsed = labelsOf(labels);
  const asked = { ...spec, name: spec.name.trim(), url: spec.url.trim(), labels: parsed ?? {} };
  const isWhole = asked.name !== "" && asked.url !== "" && parsed !== null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWhole) save.mutate(asked, { onSuccess: () => {
      toast(t("sources.saved", { name: asked.name }), "ok");
      onClose();
    } });
  };
  return (
    <Modal opened onClose={onClose} title={t(target === null ? "sources.addTarget" : "sources.editTarget")} centered size="lg"
      padding="lg" closeButtonProps={{ "aria-label": t("action.close") }}>
      <form className={classes.form} onSubmit={submit}>
        <TextInput label={t("sources.name")} required withAsterisk={false} value={spec.name} placeholder="node" data-autofocus
          onChange={(event) => setSpec({ ...spec, name: event.currentTarget.value })} />
        <TextInput label={t("sources.url")} required withAsterisk={false} value={spec.url} placeholder="http://web-1:9100/metrics"
          onChange={(event) => setSpec({ ...spec, url: event.currentTarget.value })} />
        <div className={classes.row}>
          <TextInput label={t("sources.interval")} value={spec.interval ?? ""} className={classes.grow ?? ""}
            onChange={(event) => setSpec({ ...spec, interval: event.currentTarget.value })} />
          <TextInput label={t("sources.labels")} value={labels} placeholder="env=prod team=web" className={classes.grow ?? ""}
            error={parsed === null ? t("entities.badLabels") : undefined} onChange={(event) => setLabels(event.currentTarget.value)} />
        </div>
        <div className={classes.row}>
          <TextInput label={t("sources.user")} value={spec.user ?? ""} className={classes.grow ?? ""} autoComplete="off"
            onChange={(event) => setSpec(withOrWithout(spec, "user", event.currentTarget.value))} />
          <Select label={t("sources.secret")} value={spec.secret ?? null} clearable className={classes.grow ?? ""}
            data={(secrets.data?.items ?? []).map((one) => one.name)} nothingFoundMessage={t("sources.noSecrets")}
            clearButtonProps={{ "aria-label": t("action.delete") }}
            onChange={(secret) => setSpec(withOrWithout(spec, "secret", secret ?? ""))} />
        </div>
        <Switch label={t("sources.enabled")} checked={spec.enabled !== false}
          onChange={(event) => setSpec({ ...spec, enabled: event.currentTarget.checked })} />
        {trial.isError && <p className={classes.error} role="alert">{textOf(trial.error)}</p>}
        {trial.data && <Trial trial={trial.data} />}
        {save.isError && <p className={classes.error} role="alert">{textOf(save.error)}</p>}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" leftSection={<FlaskConical size={14} />} disabled={!isWhole} loading={trial.isPending}
            onClick={() => trial.mutate(asked)}>{t("sources.try")}</Button>
          <Button type="submit" disabled={!isWhole} loading={save.isPending}>{t("entities.save")}</Button>
        </Group>
      </form>
    </Modal>
  );
}

/** An empty field is left out. */
function withOrWithout(spec: TargetSpec, name: "user" | "secret", value: string): TargetSpec {
  if (value !== "") return { ...spec, [name]: value };
  return Object.fromEntries(Object.entries(spec).filter(([key]) => key !== name)) as TargetSpec;
}

function Trial({ trial }: { trial: TargetTrial }) {
  const { t } = useTranslation();
  if (trial.problem !== null) return <p className={classes.error} role="alert">{trial.problem}</p>;
  return (
    <div role="status">
      <p className="dim">{t("sources.tried", { count: trial.samples, shown: trial.series.length })}</p>
      <pre className={classes.trial} tabIndex={0}>{trial.series.join("\n")}</pre>
    </div>
  );
}

/** Labels out of `name=value name=value`; null when a part is no label. */
function labelsOf(line: string): Record<string, string> | null {
  const parts = line.trim().split(/\s+/).filter(Boolean);
  if (!parts.every((part) => part.indexOf("=") > 0)) return null;
  return Object.fromEntries(parts.map((part) => [part.slice(0, part.indexOf("=")), part.slice(part.indexOf("=") + 1)]));
}

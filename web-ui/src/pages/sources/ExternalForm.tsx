// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, Group, Modal, NumberInput, Select, Switch, TagsInput, TextInput } from "@mantine/core";
import { FlaskConical, Plus, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client";
import { keys, useSecrets, useWrite } from "../../api/hooks";
import type { MetricMapping, Source, SourceSpec, SourceTrial } from "../../api/sources";
import { useProblemText } from "../../elements/states/States";
import { toast } from "../../elements/toast/toast";
import classes from "./Sources.module.css";

type Props = { source: Source | null; onClose: () => void };
type PartProps = { spec: SourceSpec; onChange: (spec: SourceSpec) => void };

const KINDS = [{ value: "prometheus", label: "Prometheus" }, { value: "postgresql", label: "PostgreSQL" }];

/** Where series lie and how they are read; it can be tried before it is saved. */
export function ExternalForm({ source, onClose }: Props) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const [spec, setSpec] = useState<SourceSpec>(source?.source ?? { name: "", kind: "prometheus" });
  const save = useWrite((asked: SourceSpec) => source === null ? api.createSource(asked)
    : api.putSource(asked.name, asked, source.version), keys.sources);
  const trial = useWrite(api.trySource);
  const secrets = useSecrets();
  const asked = withoutBlanks(spec);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(asked, { onSuccess: () => {
      toast(t("sources.saved", { name: asked.name }), "ok");
      onClose();
    } });
  };
  return (
    <Modal opened onClose={onClose} title={t(source === null ? "sources.addSource" : "sources.editSource")} centered size="lg"
      padding="lg" closeButtonProps={{ "aria-label": t("action.close") }}>
      <form className={classes.form} onSubmit={submit}>
        <div className={classes.row}>
          <TextInput label={t("sources.name")} description={t("sources.nameText")} required withAsterisk={false} value={spec.name}
            disabled={source !== null} placeholder="prod" className={classes.grow ?? ""}
            onChange={(event) => setSpec({ ...spec, name: event.currentTarget.value })} />
          <Select label={t("sources.kind")} value={spec.kind} data={KINDS} allowDeselect={false} disabled={source !== null}
            onChange={(kind) => setSpec({ name: spec.name, kind: kind ?? "prometheus" })} />
        </div>
        {spec.kind === "prometheus" ? <Web spec={spec} onChange={setSpec} /> : <Base spec={spec} onChange={setSpec} />}
        <div className={classes.row}>
          <TextInput label={t("sources.user")} value={spec.user ?? ""} className={classes.grow ?? ""} autoComplete="off"
            onChange={(event) => setSpec({ ...spec, user: event.currentTarget.value })} />
          <Select label={t("sources.secret")} value={spec.secret ?? null} clearable className={classes.grow ?? ""}
            data={(secrets.data?.items ?? []).map((one) => one.name)} nothingFoundMessage={t("sources.noSecrets")}
            clearButtonProps={{ "aria-label": t("action.delete") }}
            onChange={(secret) => setSpec({ ...spec, secret: secret ?? "" })} />
        </div>
        <Switch label={t("sources.asked")} checked={spec.enabled !== false}
          onChange={(event) => setSpec({ ...spec, enabled: event.currentTarget.checked })} />
        {trial.isError && <p className={classes.error} role="alert">{textOf(trial.error)}</p>}
        {trial.data && <Trial trial={trial.data} />}
        {save.isError && <p className={classes.error} role="alert">{textOf(save.error)}</p>}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" leftSection={<FlaskConical size={14} />} loading={trial.isPending}
            onClick={() => trial.mutate(asked)}>{t("sources.try")}</Button>
          <Button type="submit" loading={save.isPending}>{t("entities.save")}</Button>
        </Group>
      </form>
    </Modal>
  );
}

function Web({ spec, onChange }: PartProps) {
  const { t } = useTranslation();
  return (
    <TextInput label={t("sources.url")} required withAsterisk={false} value={spec.url ?? ""} placeholder="https://prometheus.example.com"
      onChange={(event) => onChange({ ...spec, url: event.currentTarget.value })} />
  );
}

function Base({ spec, onChange }: PartProps) {
  const { t } = useTranslation();
  const metrics = spec.metrics ?? [];
  const change = (index: number, next: MetricMapping | null) => onChange({ ...spec, metrics: next === null
    ? metrics.filter((_, at) => at !== index) : metrics.map((one, at) => (at === index ? next : one)) });
  return (
    <>
      <div className={classes.row}>
        <TextInput label={t("sources.host")} required withAsterisk={false} value={spec.host ?? ""} className={classes.grow ?? ""}
          onChange={(event) => onChange({ ...spec, host: event.currentTarget.value })} />
        <NumberInput label={t("sources.port")} value={spec.port ?? ""} placeholder="5432" w={90} hideControls
          onChange={(port) => onChange(typeof port === "number" ? { ...spec, port } : without(spec, "port"))} />
        <TextInput label={t("sources.database")} required withAsterisk={false} value={spec.database ?? ""} className={classes.grow ?? ""}
          onChange={(event) => onChange({ ...spec, database: event.currentTarget.value })} />
        <Select label="TLS" value={spec.tls ?? "verify"} data={["verify", "require", "off"]} allowDeselect={false} w={110}
          onChange={(tls) => onChange({ ...spec, tls: tls ?? "verify" })} />
      </div>
      {metrics.map((mapping, index) => <Mapping key={index} mapping={mapping} onChange={(next) => change(index, next)} />)}
      <Button size="xs" variant="subtle" leftSection={<Plus size={13} />}
        onClick={() => onChange({ ...spec, metrics: [...metrics, { name: "", table: "", time: "time", value: "value" }] })}>
        {t("sources.addMetric")}
      </Button>
    </>
  );
}

function Mapping({ mapping, onChange }: { mapping: MetricMapping; onChange: (mapping: MetricMapping | null) => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.row}>
      <TextInput size="xs" label={t("explore.metric")} value={mapping.name} className={classes.grow ?? ""}
        onChange={(event) => onChange({ ...mapping, name: event.currentTarget.value })} />
      <TextInput size="xs" label={t("sources.table")} value={mapping.table ?? ""} className={classes.grow ?? ""}
        onChange={(event) => onChange({ ...mapping, table: event.currentTarget.value })} />
      <TextInput size="xs" label={t("sources.time")} value={mapping.time} w={90}
        onChange={(event) => onChange({ ...mapping, time: event.currentTarget.value })} />
      <TextInput size="xs" label={t("sources.valueColumn")} value={mapping.value} w={90}
        onChange={(event) => onChange({ ...mapping, value: event.currentTarget.value })} />
      <TagsInput size="xs" label={t("catalogue.labels")} value={mapping.labels ?? []} className={classes.grow ?? ""}
        onChange={(labels) => onChange({ ...mapping, labels })} />
      <ActionIcon variant="subtle" color="gray" aria-label={t("sources.deleteOne", { name: mapping.name })}
        onClick={() => onChange(null)}><Trash2 size={15} /></ActionIcon>
    </div>
  );
}

function Trial({ trial }: { trial: SourceTrial }) {
  const { t } = useTranslation();
  if (trial.problem !== null) return <p className={classes.error} role="alert">{trial.problem}</p>;
  return (
    <div role="status">
      <p className="dim">{t("sources.found", { count: trial.metrics.length, millis: trial.millis })}</p>
      <pre className={classes.trial} tabIndex={0}>{trial.metrics.join("\n")}</pre>
    </div>
  );
}

/** Fields that hold nothing are left out: the server says which it misses. */
function withoutBlanks(spec: SourceSpec): SourceSpec {
  const kept = Object.entries(spec).filter(([, value]) => value !== "" && value !== undefined);
  const all = Object.fromEntries(kept) as SourceSpec;
  const named = { ...all, name: spec.name.trim() };
  if (!spec.metrics) return named;
  return { ...named, metrics: spec.metrics.map((one) => one.table === "" ? without(one, "table") : one) };
}

function without<T extends object>(whole: T, name: keyof T): T {
  return Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name)) as T;
}

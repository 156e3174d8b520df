// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, TagsInput, TextInput } from "@mantine/core";
import { Plus, Trash2 } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client";
import type { DiscoveredEntity, DiscoveredRelation, Discovery } from "../../api/entities";
import { entityKeys, useDiscovery } from "../../api/entity-hooks";
import { useWrite } from "../../api/hooks";
import { Panel } from "../../elements/panel/Panel";
import { Answer, Loading, useProblemText } from "../../elements/states/States";
import { toast } from "../../elements/toast/toast";
import classes from "./Entities.module.css";

/** How entities are found in labels; what is changed here is used from the next look on. */
export function DiscoveryRules({ canEdit }: { canEdit: boolean }) {
  const discovery = useDiscovery();
  return (
    <Answer query={discovery} loading={<Panel><Loading rows={8} /></Panel>}>
      {(data) => <Editor key={data.version} saved={data} canEdit={canEdit} />}
    </Answer>
  );
}

function Editor({ saved, canEdit }: { saved: Discovery; canEdit: boolean }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const [entities, setEntities] = useState(saved.entities);
  const [relations, setRelations] = useState(saved.relations);
  const [endAfter, setEndAfter] = useState(saved.endAfter);
  const put = useWrite(api.putDiscovery, entityKeys.all);
  const isChanged = JSON.stringify({ entities, relations, endAfter })
    !== JSON.stringify({ entities: saved.entities, relations: saved.relations, endAfter: saved.endAfter });
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    if (isChanged) window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isChanged]);
  const save = () => put.mutate({ version: saved.version, entities, relations, endAfter }, {
    onSuccess: () => toast(t("discovery.saved"), "ok"),
  });
  const at = <T,>(all: T[], index: number, next: T | null): T[] =>
    next === null ? all.filter((_, other) => other !== index) : all.map((one, other) => (other === index ? next : one));
  return (
    <fieldset disabled={!canEdit} className={classes.stack} style={{ border: 0, margin: 0, padding: 0 }}>
      <Panel title={t("discovery.entities")} flush aside={(
        <Button size="xs" variant="subtle" leftSection={<Plus size={13} />}
          onClick={() => setEntities([...entities, { type: "", labels: [], name: null, tags: [], owners: [] }])}>
          {t("discovery.add")}
        </Button>
      )}>
        <p className={classes.below}>{t("discovery.entitiesText")}</p>
        {entities.map((rule, index) => (
          <EntityRow key={index} rule={rule} onChange={(next) => setEntities(at(entities, index, next))} />
        ))}
      </Panel>
      <Panel title={t("discovery.relations")} flush aside={(
        <Button size="xs" variant="subtle" leftSection={<Plus size={13} />}
          onClick={() => setRelations([...relations, { from: "", type: "runs_on", to: "" }])}>
          {t("discovery.add")}
        </Button>
      )}>
        <p className={classes.below}>{t("discovery.relationsText")}</p>
        {relations.map((rule, index) => (
          <RelationRow key={index} rule={rule} onChange={(next) => setRelations(at(relations, index, next))} />
        ))}
      </Panel>
      <Panel flush>
        <div className={classes.foot}>
          <TextInput size="xs" label={t("discovery.endAfter")} value={endAfter} w={220}
            onChange={(event) => setEndAfter(event.currentTarget.value)} />
          <Button size="xs" disabled={!isChanged} loading={put.isPending} onClick={save}>{t("entities.save")}</Button>
          {put.isError && <p className={classes.error} role="alert">{textOf(put.error)}</p>}
        </div>
      </Panel>
    </fieldset>
  );
}

type RowProps<T> = { rule: T; onChange: (rule: T | null) => void };

function EntityRow({ rule, onChange }: RowProps<DiscoveredEntity>) {
  const { t } = useTranslation();
  return (
    <div className={classes.rule}>
      <TextInput size="xs" label={t("entities.type")} value={rule.type} placeholder="host"
        onChange={(event) => onChange({ ...rule, type: event.currentTarget.value })} />
      <TagsInput size="xs" label={t("discovery.labels")} value={rule.labels} onChange={(labels) => onChange({ ...rule, labels })} />
      <TextInput size="xs" label={t("discovery.name")} value={rule.name ?? ""}
        onChange={(event) => onChange({ ...rule, name: event.currentTarget.value || null })} />
      <TagsInput size="xs" label={t("discovery.tags")} value={rule.tags} onChange={(tags) => onChange({ ...rule, tags })} />
      <TagsInput size="xs" label={t("discovery.owners")} value={rule.owners} onChange={(owners) => onChange({ ...rule, owners })} />
      <Remove name={rule.type} onClick={() => onChange(null)} />
    </div>
  );
}

function RelationRow({ rule, onChange }: RowProps<DiscoveredRelation>) {
  const { t } = useTranslation();
  return (
    <div className={classes.rule}>
      <TextInput size="xs" label={t("discovery.from")} value={rule.from} placeholder="pod"
        onChange={(event) => onChange({ ...rule, from: event.currentTarget.value })} />
      <TextInput size="xs" label={t("entities.relation")} value={rule.type}
        onChange={(event) => onChange({ ...rule, type: event.currentTarget.value })} />
      <TextInput size="xs" label={t("discovery.to")} value={rule.to} placeholder="node"
        onChange={(event) => onChange({ ...rule, to: event.currentTarget.value })} />
      <Remove name={`${rule.from} ${rule.type} ${rule.to}`} onClick={() => onChange(null)} />
    </div>
  );
}

function Remove({ name, onClick }: { name: string; onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={t("discovery.remove", { name })} onClick={onClick}>
      <Trash2 size={15} />
    </ActionIcon>
  );
}

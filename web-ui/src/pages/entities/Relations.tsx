// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Autocomplete, Button, Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { ArrowLeft, ArrowRight, Plus, X } from "lucide-react";
import { type FormEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { api } from "../../api/client";
import type { EntityDetail, Relation } from "../../api/entities";
import { entityKeys, useAbout, useEntities, useFiring } from "../../api/entity-hooks";
import { useWrite } from "../../api/hooks";
import { Panel } from "../../elements/panel/Panel";
import { useProblemText } from "../../elements/states/States";
import { toast } from "../../elements/toast/toast";
import { formatTime } from "../../format/time";
import { entityPath, labelsIn } from "./address";
import { Graph } from "./Graph";
import classes from "./Entities.module.css";

const USUAL = ["runs_on", "calls", "part_of"];
const DRAWN = 60;
const MOST_NAMED = 200;

type Props = { detail: EntityDetail; asOf: string | null; canEdit: boolean };

/** What an entity has to do with, as a picture and as a list. */
export function Relations({ detail, asOf, canEdit }: Props) {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const firing = useFiring();
  const drawn = useMemo(() => detail.relations.slice(0, DRAWN), [detail]);
  const others = useMemo(() => othersOf(detail), [detail]);
  const about = useAbout(useMemo(() => others.slice(0, MOST_NAMED).map(labelsIn), [others]));
  const names = useMemo(
    () => new Map((about.data?.items ?? []).flatMap((one) => one.entities).map((entity) => [entity.id, entity.name])), [about.data]);
  const around = useMemo(() => {
    const ids = new Set(drawn.flatMap((one) => [one.from, one.to]));
    return [detail.entity, ...others.filter((id) => ids.has(id))
      .map((id) => ({ ...detail.entity, id, type: typeIn(id), name: names.get(id) ?? valuesIn(id) }))];
  }, [detail, drawn, others, names]);
  return (
    <Panel title={t("entities.relations")} flush aside={canEdit && !isAdding && (
      <Button size="xs" variant="subtle" leftSection={<Plus size={13} />} onClick={() => setAdding(true)}>
        {t("entities.addRelation")}
      </Button>
    )}>
      {isAdding && <NewRelation own={detail.entity.id} onDone={() => setAdding(false)} />}
      {detail.relations.length === 0
        ? <p className={classes.below}>{t("entities.noRelations")}</p>
        : <Graph entities={around} relations={drawn} asOf={asOf} own={detail.entity.id}
          firing={asOf === null ? (firing.data ?? null) : null} />}
      <ul className={classes.list} style={{ padding: "0 16px 8px" }}>
        {detail.relations.map((relation) => (
          <Line key={`${relation.from} ${relation.type} ${relation.to}`} own={detail.entity.id} relation={relation} names={names}
            asOf={asOf} canEdit={canEdit} />
        ))}
      </ul>
      {detail.next !== null && <p className={classes.below}>{t("entities.moreRelations", { count: detail.relations.length })}</p>}
    </Panel>
  );
}

function othersOf({ entity, relations }: EntityDetail): string[] {
  const ids = new Set(relations.flatMap((one) => [one.from, one.to]));
  ids.delete(entity.id);
  return [...ids];
}

const typeIn = (id: string) => id.slice(0, id.indexOf(":"));

/** What an id says to people while nobody knows the name. */
const valuesIn = (id: string) => Object.values(labelsIn(id)).join("/");

type LineProps = { own: string; relation: Relation; names: Map<string, string>; asOf: string | null; canEdit: boolean };

function Line({ own, relation, names, asOf, canEdit }: LineProps) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const end = useWrite(api.endRelation, entityKeys.all);
  const isOut = relation.from === own;
  const other = isOut ? relation.to : relation.from;
  const Arrow = isOut ? ArrowRight : ArrowLeft;
  return (
    <li className={classes.line}>
      <span className="ellipsis">
        <Arrow size={13} aria-label={t(isOut ? "entities.outgoing" : "entities.incoming")} style={{ verticalAlign: "-2px" }} />{" "}
        <span className="dim">{relation.type}</span> <Link to={entityPath(other, asOf)} title={other}>{names.get(other) ?? valuesIn(other)}</Link>{" "}
        <span className="dim">{typeIn(other)}</span>
      </span>
      <span className={classes.side}>
        <time className="dim" dateTime={relation.since}>{formatTime(relation.since)}</time>
        {canEdit && (
          <ActionIcon size="sm" variant="subtle" color="gray" loading={end.isPending}
            aria-label={t("entities.endRelation", { type: relation.type, other })}
            onClick={() => end.mutate({ from: relation.from, type: relation.type, to: relation.to },
              { onError: (failure) => toast(textOf(failure), "critical") })}>
            <X size={14} />
          </ActionIcon>
        )}
      </span>
    </li>
  );
}

function NewRelation({ own, onDone }: { own: string; onDone: () => void }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const [type, setType] = useState("runs_on");
  const [other, setOther] = useState<string | null>(null);
  const [text, setText] = useState("");
  const [asked] = useDebouncedValue(text, 150);
  const found = useEntities({ search: asked, limit: 20 });
  const put = useWrite(api.putRelation, entityKeys.all);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (other !== null) put.mutate({ from: own, type: type.trim(), to: other }, { onSuccess: onDone });
  };
  const options = (found.data?.items ?? []).map((one) => one.id).filter((id) => id !== own);
  const shown = other === null || options.includes(other) ? options : [other, ...options];
  return (
    <form className={classes.foot} onSubmit={submit}>
      <Autocomplete size="xs" label={t("entities.relation")} value={type} data={USUAL} onChange={setType} />
      <Select size="xs" label={t("entities.other")} value={other} data={shown} searchable className={classes.grow ?? ""}
        searchValue={text} onSearchChange={setText} onChange={setOther} filter={({ options: all }) => all}
        nothingFoundMessage={t("entities.noneSuch")} />
      <Button type="submit" size="xs" disabled={other === null} loading={put.isPending}>{t("entities.addRelation")}</Button>
      <Button size="xs" variant="default" onClick={onDone}>{t("action.cancel")}</Button>
      {put.isError && <p className={classes.error} role="alert">{textOf(put.error)}</p>}
    </form>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Button, Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Network, Search } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { Entity } from "../../api/entities";
import { useEntities, useEntityTypes, useFiring } from "../../api/entity-hooks";
import { Panel } from "../../elements/panel/Panel";
import { Answer, Empty, Loading } from "../../elements/states/States";
import { type Column, Table } from "../../elements/table/Table";
import { labelLine } from "../../format/text";
import { formatTime } from "../../format/time";
import { entityPath } from "./address";
import { Health } from "./Health";
import { worstOf } from "./health";
import classes from "./Entities.module.css";

const PAUSE_MILLIS = 150;
const FIRST = 100;
const MOST = 1_000;

type Props = { asOf: string | null; onChange: (name: string, value: string | null) => void };

/** Entities by type and search. */
export function EntityList({ asOf, onChange }: Props) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const type = search.get("type");
  const [text, setText] = useState(search.get("q") ?? "");
  const [asked] = useDebouncedValue(text, PAUSE_MILLIS);
  const [limit, setLimit] = useState(FIRST);
  const entities = useEntities({ type, search: asked, asOf, limit });
  useEffect(() => {
    if ((search.get("q") ?? "") !== asked) onChange("q", asked);
    // Only what is typed changes the address.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asked]);
  return (
    <div className={classes.stack}>
      <div className={classes.filters}>
        <TextInput className={classes.search ?? ""} value={text} onChange={(event) => setText(event.currentTarget.value)}
          aria-label={t("entities.search")} placeholder={t("entities.search")} leftSection={<Search size={14} aria-hidden />} />
        <TypeSelect type={type} asOf={asOf} onChange={(value) => onChange("type", value)} />
      </div>
      <Panel flush>
        <Answer query={entities} loading={<Loading rows={8} />} empty={{
          when: (page) => page.items.length === 0,
          show: (
            <Empty title={t("entities.none")} icon={<Network size={20} aria-hidden />}>
              {asked === "" && type === null ? t("entities.noneText") : t("entities.noneSuch")}
            </Empty>
          ),
        }}>
          {(page) => (
            <>
              <Rows entities={page.items} asOf={asOf} />
              {page.next !== null && (
                <div className={classes.more}>
                  <span className="dim">{t("entities.shown", { count: page.items.length })}</span>
                  {limit < MOST ? <Button size="xs" variant="default" onClick={() => setLimit(MOST)}>{t("entities.showMore")}</Button>
                    : <span className="dim">{t("entities.narrow")}</span>}
                </div>
              )}
            </>
          )}
        </Answer>
      </Panel>
    </div>
  );
}

type TypeProps = { type: string | null; asOf: string | null; onChange: (type: string | null) => void };

export function TypeSelect({ type, asOf, onChange }: TypeProps) {
  const { t } = useTranslation();
  const types = useEntityTypes(asOf);
  const known = types.data?.items ?? [];
  const names = type === null || known.some((one) => one.type === type) ? known : [...known, { type, entities: 0 }];
  return (
    <Select aria-label={t("entities.type")} placeholder={t("entities.allTypes")} value={type} clearable searchable
      clearButtonProps={{ "aria-label": t("entities.allTypes") }} onChange={onChange}
      data={names.map((one) => ({ value: one.type, label: `${one.type} (${one.entities})` }))} />
  );
}

function Rows({ entities, asOf }: { entities: Entity[]; asOf: string | null }) {
  const { t } = useTranslation();
  const firing = useFiring();
  const columns: Column<Entity>[] = [
    { key: "name", title: t("entities.name"), cell: (entity) => entity.name },
    { key: "type", title: t("entities.type"), cell: (entity) => entity.type },
    ...(asOf === null ? [{ key: "health", title: t("entities.health"), cell: (entity: Entity) =>
      firing.data === undefined ? "–" : <Health worst={worstOf(firing.data.get(entity.id))} /> }] : []),
    { key: "labels", title: t("entities.labels"), from: "tablet", grow: true,
      cell: (entity) => <code>{labelLine(entity.labels)}</code> },
    { key: "tags", title: t("entities.tags"), from: "desktop", cell: (entity) => entity.tags.join(", ") },
    { key: "owners", title: t("entities.owners"), from: "desktop", cell: (entity) => entity.owners.join(", ") },
    { key: "since", title: t("entities.since"), from: "desktop", cell: (entity) => formatTime(entity.since) },
  ];
  return (
    <Table label={t("page.entities")} columns={columns} rows={entities} rowKey={(entity) => entity.id}
      to={(entity) => entityPath(entity.id, asOf)} />
  );
}

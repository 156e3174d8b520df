// SPDX-License-Identifier: Apache-2.0
import { MultiSelect, SegmentedControl } from "@mantine/core";
import { Network } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { Entity, Relation } from "../../api/entities";
import { useEntities, useEntityTypes, useFiring, useRelations } from "../../api/entity-hooks";
import { Panel } from "../../elements/panel/Panel";
import { Answer, Empty, Loading } from "../../elements/states/States";
import { Graph } from "./Graph";
import classes from "./Entities.module.css";

const MOST = 1_000;
const SCALES = ["0.5", "0.75", "1"] as const;

type Props = { asOf: string | null; onChange: (name: string, value: string | null) => void };

/** All entities that have to do with one another, as of a time. */
export function GraphView({ asOf, onChange }: Props) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const types = useEntityTypes(asOf);
  const scale = SCALES.find((one) => one === search.get("zoom")) ?? "1";
  const wanted = useMemo(() => (search.get("types") ?? "").split(",").filter(Boolean), [search]);
  return (
    <div className={classes.stack}>
      <div className={classes.filters}>
        <MultiSelect className={classes.search ?? ""} aria-label={t("entities.type")} value={wanted} searchable clearable
          placeholder={wanted.length === 0 ? t("entities.allTypes") : ""} data={(types.data?.items ?? []).map((one) => one.type)}
          clearButtonProps={{ "aria-label": t("entities.allTypes") }}
          onChange={(values) => onChange("types", values.join(","))} />
        <SegmentedControl size="xs" value={scale} aria-label={t("entities.zoom")}
          onChange={(value) => onChange("zoom", value === "1" ? null : value)}
          data={SCALES.map((value) => ({ value, label: `${Number(value) * 100} %` }))} />
      </div>
      <Everything asOf={asOf} types={wanted} scale={Number(scale)} />
    </div>
  );
}

function Everything({ asOf, types, scale }: { asOf: string | null; types: string[]; scale: number }) {
  const { t } = useTranslation();
  const entities = useEntities({ asOf, limit: MOST });
  const relations = useRelations(asOf);
  const firing = useFiring();
  return (
    <Answer query={relations} loading={<Loading rows={1} height={360} />}>
      {(links) => (
        <Answer query={entities} loading={<Loading rows={1} height={360} />}>
          {(page) => {
            const shown = related(page.items, links.items, types);
            const isCut = page.next !== null || links.next !== null;
            return (
              <Panel flush>
                {shown.length === 0
                  ? <Empty title={t("entities.noGraph")} icon={<Network size={20} aria-hidden />}>{t("entities.noGraphText")}</Empty>
                  : <Graph entities={shown} relations={links.items} asOf={asOf} scale={scale}
                    firing={asOf === null ? (firing.data ?? null) : null} />}
                <p className={classes.below}>
                  {t("entities.graphShown", { count: shown.length, alone: page.items.length - shown.length })}
                  {isCut && ` ${t("entities.graphCut", { most: MOST })}`}
                </p>
              </Panel>
            );
          }}
        </Answer>
      )}
    </Answer>
  );
}

/** Entities of these types (none named: of all) that are related to another one that is shown. */
function related(entities: Entity[], relations: Relation[], types: string[]): Entity[] {
  const known = entities.filter((entity) => types.length === 0 || types.includes(entity.type));
  const ids = new Set(known.map((entity) => entity.id));
  const ends = new Set(relations.filter((one) => ids.has(one.from) && ids.has(one.to)).flatMap((one) => [one.from, one.to]));
  return known.filter((entity) => ends.has(entity.id));
}

// SPDX-License-Identifier: Apache-2.0
import { CheckCircle2, Info, Layers, OctagonAlert, TriangleAlert } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Entity, Relation } from "../../api/entities";
import type { Alert, Severity } from "../../api/types";
import { entityPath } from "./address";
import { folded, type Fold } from "./fold";
import { worstOf } from "./health";
import { layoutOf, NODE, type Place } from "./layout";
import classes from "./Graph.module.css";

type Props = {
  entities: Entity[];
  relations: Relation[];
  asOf: string | null;
  /** What fires, by entity; null: not asked. */
  firing: Map<string, Alert[]> | null;
  scale?: number;
  /** The entity that the page is about. */
  own?: string;
};

/** Entities in columns, from what depends to what is depended on; each one a link, its relations told when it is pointed at. */
export function Graph({ entities, relations, asOf, firing, scale = 1, own }: Props) {
  const { t } = useTranslation();
  const [pointed, setPointed] = useState<string | null>(null);
  const [open, setOpen] = useState<Set<string>>(new Set());
  const drawn = useMemo(
    () => folded(entities, relations, (id) => id === own || firing?.has(id) === true, open),
    [entities, relations, own, firing, open]);
  const layout = useMemo(
    () => layoutOf([...drawn.entities, ...drawn.folds].map((one) => one.id), drawn.relations), [drawn]);
  const edges = useMemo(
    () => drawn.relations.filter((one) => layout.places.has(one.from) && layout.places.has(one.to)), [drawn, layout]);
  const near = useMemo(() => new Set(edges.filter((one) => one.from === pointed || one.to === pointed)
    .flatMap((one) => [one.from, one.to])), [edges, pointed]);
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={t("entities.views.graph")}>
      <div style={{ width: layout.width * scale, height: layout.height * scale }}>
        <div className={classes.stage} data-pointed={pointed !== null || undefined}
          style={{ width: layout.width, height: layout.height, transform: `scale(${scale})` }}>
          <svg width={layout.width} height={layout.height} aria-hidden className={classes.edges}>
            {edges.map((edge) => (
              <Edge key={`${edge.from} ${edge.type} ${edge.to}`} edge={edge} places={layout.places}
                isNear={pointed !== null && (edge.from === pointed || edge.to === pointed)} />
            ))}
          </svg>
          {drawn.folds.map((fold) => {
            const place = layout.places.get(fold.id);
            return place && (
              <Many key={fold.id} fold={fold} place={place} isNear={near.has(fold.id)} onPoint={setPointed}
                onOpen={() => setOpen(new Set([...open, fold.id]))} />
            );
          })}
          {drawn.entities.map((entity) => {
            const place = layout.places.get(entity.id);
            return place && (
              <Node key={entity.id} entity={entity} place={place} asOf={asOf} isOwn={entity.id === own}
                isNear={near.has(entity.id) || entity.id === pointed}
                worst={firing === null ? undefined : worstOf(firing.get(entity.id))} onPoint={setPointed} />
            );
          })}
        </div>
      </div>
    </div>
  );
}

const ICONS: Record<Severity, typeof Info> = { critical: OctagonAlert, warning: TriangleAlert, info: Info };

type NodeProps = {
  entity: Entity;
  place: Place;
  asOf: string | null;
  isOwn: boolean;
  isNear: boolean;
  worst: Severity | null | undefined;
  onPoint: (id: string | null) => void;
};

function Node({ entity, place, asOf, isOwn, isNear, worst, onPoint }: NodeProps) {
  const { t } = useTranslation();
  const Icon = worst === null || worst === undefined ? CheckCircle2 : ICONS[worst];
  const health = worst === undefined ? null : worst === null ? t("entities.calm") : t(`severity.${worst}`);
  return (
    <Link to={entityPath(entity.id, asOf)} className={classes.node} data-tone={worst ?? "ok"} data-own={isOwn || undefined}
      data-near={isNear || undefined} aria-current={isOwn ? "page" : undefined}
      title={[entity.type, entity.name, health].filter(Boolean).join(" · ")}
      style={{ left: place.x, top: place.y, width: NODE.width, height: NODE.height }}
      onMouseEnter={() => onPoint(entity.id)} onMouseLeave={() => onPoint(null)}
      onFocus={() => onPoint(entity.id)} onBlur={() => onPoint(null)}>
      {health !== null && <Icon size={13} aria-label={health} strokeWidth={2.2} className={classes.icon} />}
      <span className={classes.name}>{entity.name}</span>
      <span className={classes.type}>{entity.type}</span>
    </Link>
  );
}

type ManyProps = { fold: Fold; place: Place; isNear: boolean; onPoint: (id: string | null) => void; onOpen: () => void };

/** One node for many entities that are related alike; it opens. */
function Many({ fold, place, isNear, onPoint, onOpen }: ManyProps) {
  const { t } = useTranslation();
  return (
    <button type="button" className={classes.node} data-many data-near={isNear || undefined} onClick={onOpen}
      title={t("entities.foldedText")} style={{ left: place.x, top: place.y, width: NODE.width, height: NODE.height }}
      onMouseEnter={() => onPoint(fold.id)} onMouseLeave={() => onPoint(null)}
      onFocus={() => onPoint(fold.id)} onBlur={() => onPoint(null)}>
      <Layers size={13} aria-hidden strokeWidth={2.2} className={classes.icon} />
      <span className={classes.name}>{t("entities.folded", { count: fold.members.length })}</span>
      <span className={classes.type}>{fold.type}</span>
    </button>
  );
}

function Edge({ edge, places, isNear }: { edge: Relation; places: Map<string, Place>; isNear: boolean }) {
  const from = places.get(edge.from);
  const to = places.get(edge.to);
  if (!from || !to) return null;
  const isForward = to.x > from.x;
  const x1 = from.x + (isForward ? NODE.width : 0);
  const x2 = to.x + (isForward ? 0 : NODE.width);
  const y1 = from.y + NODE.height / 2;
  const y2 = to.y + NODE.height / 2;
  const bend = Math.max(24, Math.abs(x2 - x1) / 2) * (isForward ? 1 : -1);
  return (
    <g data-near={isNear || undefined}>
      <path d={`M${x1},${y1} C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`} />
      {isNear && <text x={(x1 + x2) / 2} y={(y1 + y2) / 2 - 4}>{edge.type}</text>}
    </g>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Network } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useAbout } from "../../api/entity-hooks";
import type { Labels } from "../../api/types";
import classes from "./AboutEntities.module.css";

const SHOWN = 6;
const ASKED = 200;

/** From labels, those of series or of an alert, back to the entities that they are about. */
export function AboutEntities({ labels }: { labels: Labels[] }) {
  const { t } = useTranslation();
  const about = useAbout(labels.filter((one) => Object.keys(one).length > 0).slice(0, ASKED));
  const entities = new Map((about.data?.items ?? []).flatMap((one) => one.entities).map((entity) => [entity.id, entity]));
  if (entities.size === 0) return null;
  return (
    <p className={classes.line}>
      <Network size={13} aria-hidden /> {t("entities.about")}
      {[...entities.values()].slice(0, SHOWN).map((entity) => (
        <Link key={entity.id} to={`/entities/${encodeURIComponent(entity.id)}`} className={classes.chip} title={entity.id}>
          {entity.name} <span className="dim">{entity.type}</span>
        </Link>
      ))}
      {entities.size > SHOWN && <span className="dim">{t("chart.more", { count: entities.size - SHOWN })}</span>}
    </p>
  );
}

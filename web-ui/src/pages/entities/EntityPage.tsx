// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { CircleSlash } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { api } from "../../api/client";
import type { EntityDetail } from "../../api/entities";
import { entityKeys, useEntity } from "../../api/entity-hooks";
import { useSession, useWrite } from "../../api/hooks";
import { Confirm } from "../../elements/confirm/Confirm";
import { PageHead, Panel } from "../../elements/panel/Panel";
import { Answer, Loading, useProblemText } from "../../elements/states/States";
import { toast } from "../../elements/toast/toast";
import { AsOfPicker } from "./AsOfPicker";
import { Changes } from "./Changes";
import { EntityAlerts } from "./EntityAlerts";
import { EntityFacts } from "./EntityFacts";
import { EntityMetrics } from "./EntityMetrics";
import { Maintenance } from "./Maintenance";
import { Relations } from "./Relations";
import classes from "./Entities.module.css";

/** One entity: what is said of it, what it has to do with, its series, what is wrong with it; now or as of a past time. */
export default function EntityPage() {
  const { id } = useParams();
  const [search] = useSearchParams();
  const detail = useEntity(id ?? "", search.get("asOf"));
  return (
    <Answer query={detail} loading={<Panel><Loading rows={8} /></Panel>}>
      {(data) => <Detail key={data.entity.id} detail={data} />}
    </Answer>
  );
}

function Detail({ detail }: { detail: EntityDetail }) {
  const { t } = useTranslation();
  const session = useSession();
  const [search, setSearch] = useSearchParams();
  const asOf = search.get("asOf");
  const { entity } = detail;
  const canEdit = asOf === null && session.data?.role !== "viewer";
  const change = (value: string | null) => setSearch((now) => {
    const next = new URLSearchParams(now);
    if (value === null) next.delete("asOf");
    else next.set("asOf", value);
    return next;
  }, { replace: true });
  return (
    <>
      <PageHead title={entity.name} note={t("entities.ofType", { type: entity.type })}>
        <AsOfPicker asOf={asOf} onChange={change} />
        {canEdit && <End id={entity.id} name={entity.name} />}
      </PageHead>
      <div className={classes.detail}>
        <div className={classes.column}>
          <EntityMetrics entity={entity} />
          <Relations detail={detail} asOf={asOf} canEdit={canEdit} />
        </div>
        <div className={classes.column}>
          <EntityFacts entity={entity} canEdit={canEdit} isNow={asOf === null} />
          <EntityAlerts entity={entity} />
          <Changes entity={entity} canEdit={canEdit} />
          <Maintenance entity={entity} canEdit={canEdit} />
        </div>
      </div>
    </>
  );
}

function End({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const end = useWrite(api.endEntity, entityKeys.all);
  return (
    <>
      <Button size="xs" variant="default" leftSection={<CircleSlash size={14} />} onClick={() => setAsking(true)}>
        {t("entities.end")}
      </Button>
      <Confirm opened={isAsking} title={t("entities.endTitle")} text={t("entities.endText", { name })}
        action={t("entities.end")} isBusy={end.isPending} onClose={() => setAsking(false)}
        onConfirm={() => end.mutate(id, {
          onSuccess: () => {
            toast(t("entities.ended", { name }), "ok");
            void navigate("/entities");
          },
          onError: (failure) => toast(textOf(failure), "critical"),
          onSettled: () => setAsking(false),
        })} />
    </>
  );
}

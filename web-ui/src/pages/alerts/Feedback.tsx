// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from "@mantine/core";
import { BellOff, OctagonAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { api } from "../../api/client";
import { keys, useFeedback, useSession, useWrite } from "../../api/hooks";
import type { Feedback as Said } from "../../api/labels";
import { LabelStatus } from "../../elements/labels/LabelList";
import { Panel } from "../../elements/panel/Panel";
import { Answer, Loading, useProblemText } from "../../elements/states/States";
import { formatTime } from "../../format/time";
import classes from "./Alerts.module.css";

/** Whether it was right to tell of an alert; detectors are measured by it. */
export function Feedback({ alert }: { alert: string }) {
  const { t } = useTranslation();
  const session = useSession();
  const feedback = useFeedback(alert);
  const canEdit = session.data?.role !== "viewer";
  return (
    <Panel title={t("feedback.title")}>
      <Answer query={feedback} loading={<Loading rows={2} />}>
        {(said) => (said.useful === null
          ? <Ask alert={alert} canEdit={canEdit} /> : <Answered alert={alert} said={said} canEdit={canEdit} />)}
      </Answer>
    </Panel>
  );
}

function Ask({ alert, canEdit }: { alert: string; canEdit: boolean }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const [note, setNote] = useState("");
  const saving = useWrite((useful: boolean) => api.putFeedback(alert, { useful, note: note.trim() }), keys.feedback, keys.labels);
  const isAsked = (useful: boolean) => saving.isPending && saving.variables === useful;
  if (!canEdit) return <p className={classes.feedbackText}>{t("feedback.none")}</p>;
  return (
    <div className={classes.feedback}>
      <p className={classes.feedbackText}>{t("feedback.text")}</p>
      <TextInput size="xs" label={t("labels.note")} value={note} maxLength={500} onChange={(event) => setNote(event.currentTarget.value)} />
      {saving.isError && <p className={classes.feedbackProblem} role="alert">{textOf(saving.error)}</p>}
      <div className={classes.answers}>
        <Button size="xs" variant="default" leftSection={<OctagonAlert size={13} />} loading={isAsked(true)} onClick={() => saving.mutate(true)}>
          {t("feedback.useful")}
        </Button>
        <Button size="xs" variant="default" leftSection={<BellOff size={13} />} loading={isAsked(false)} onClick={() => saving.mutate(false)}>
          {t("feedback.noise")}
        </Button>
      </div>
    </div>
  );
}

function Answered({ alert, said, canEdit }: { alert: string; said: Said; canEdit: boolean }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const removing = useWrite(() => api.deleteFeedback(alert), keys.feedback, keys.labels);
  const [first] = said.labels;
  return (
    <div className={classes.feedback}>
      <div className={classes.answers}>
        <LabelStatus isUseful={said.useful === true} />
        {first && <span className="dim">{first.madeBy} · {formatTime(first.madeAt)}</span>}
      </div>
      {said.note !== "" && <p className={classes.feedbackText}>{said.note}</p>}
      <p className={classes.feedbackText}>
        {t("feedback.keptOn")}{" "}
        {said.labels.map(({ metric }, index) => (
          <span key={metric}>
            {index > 0 && ", "}
            <Link to={`/catalogue?${new URLSearchParams({ metric }).toString()}`}><code>{metric}</code></Link>
          </span>
        ))}
      </p>
      {removing.isError && <p className={classes.feedbackProblem} role="alert">{textOf(removing.error)}</p>}
      {canEdit && (
        <div className={classes.answers}>
          <Button size="xs" variant="default" loading={removing.isPending} onClick={() => removing.mutate(undefined)}>{t("feedback.takeBack")}</Button>
        </div>
      )}
    </div>
  );
}

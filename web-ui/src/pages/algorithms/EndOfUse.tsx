// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { Archive, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { OwnAlgorithm } from "../../api/algorithms";
import { api } from "../../api/client";
import { keys, useAlgorithmUses, useWrite } from "../../api/hooks";
import { Confirm } from "../../elements/confirm/Confirm";
import { useProblemText } from "../../elements/states/States";
import { toast } from "../../elements/toast/toast";
import { sufferers } from "./end-of-use";

type Props = { algorithm: OwnAlgorithm; onDelete: (isGone: boolean) => void };

/** Takes a stable version back, or an algorithm that never had one away; before it does, it says which rules name it. */
export function EndOfUse({ algorithm, onDelete }: Props) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  const uses = useAlgorithmUses(algorithm.name);
  const retiring = useWrite(() => api.retireAlgorithm(algorithm.name), keys.algorithms, keys.ownAlgorithm);
  const removing = useWrite(() => api.deleteAlgorithm(algorithm.name), keys.algorithms);
  const failed = (failure: unknown) => toast(textOf(failure), "critical");
  const ended = { onError: failed, onSettled: () => setIsAsking(false) };
  const wasStable = algorithm.history.some((change) => change.stage === "stable");
  if (wasStable && algorithm.stable === null) return null;

  const retire = () => retiring.mutate(undefined, {
    ...ended, onSuccess: () => toast(t("algorithms.wasRetired", { name: algorithm.name })),
  });
  const remove = () => {
    onDelete(true);
    removing.mutate(undefined, {
      ...ended,
      onSuccess: () => {
        toast(t("rules.deleted", { name: algorithm.name }));
        void navigate("/algorithms", { replace: true });
      },
      onError: (failure) => {
        onDelete(false);
        failed(failure);
      },
    });
  };
  const rules = sufferers(uses.data?.items ?? [], wasStable);
  const said = uses.data === undefined ? "" : rules.length === 0 ? t("algorithms.namedByNone")
    : t("algorithms.namedBy", { count: rules.length, rules: rules.join(", ") });
  const texts = wasStable
    ? { action: t("algorithms.retire"), title: t("algorithms.retireTitle", { name: algorithm.name }), text: t("algorithms.retireText") }
    : { action: t("action.delete"), title: t("algorithms.deleteTitle", { name: algorithm.name }), text: t("algorithms.deleteText") };
  return (
    <>
      <Button variant="default" leftSection={wasStable ? <Archive size={14} /> : <Trash2 size={14} />} onClick={() => setIsAsking(true)}>
        {texts.action}
      </Button>
      <Confirm opened={isAsking} title={texts.title} text={`${texts.text} ${said}`} action={texts.action}
        isBusy={retiring.isPending || removing.isPending} onConfirm={wasStable ? retire : remove} onClose={() => setIsAsking(false)} />
    </>
  );
}

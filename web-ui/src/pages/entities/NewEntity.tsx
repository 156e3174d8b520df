// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, Stack, TagsInput, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client";
import { entityKeys } from "../../api/entity-hooks";
import { useWrite } from "../../api/hooks";
import { useProblemText } from "../../elements/states/States";
import { toast } from "../../elements/toast/toast";
import { labelsOf } from "./address";

/** An entity that nothing speaks of yet: a business flow, a queue, a type of one's own. */
export function NewEntity({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={t("entities.add")} centered padding="lg"
      closeButtonProps={{ "aria-label": t("action.close") }}>
      <Form onDone={onClose} />
    </Modal>
  );
}

function Form({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const [type, setType] = useState("");
  const [line, setLine] = useState("");
  const [name, setName] = useState("");
  const [tags, setTags] = useState<string[]>([]);
  const [owners, setOwners] = useState<string[]>([]);
  const put = useWrite(api.putEntity, entityKeys.all);
  const labels = labelsOf(line);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (labels === null) return;
    put.mutate({ type: type.trim(), labels, tags, owners, ...(name.trim() === "" ? {} : { name: name.trim() }) }, {
      onSuccess: () => {
        toast(t("entities.added", { name: name.trim() || Object.values(labels).join("/") }), "ok");
        onDone();
      },
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput label={t("entities.type")} required withAsterisk={false} value={type} placeholder="flow" data-autofocus
          onChange={(event) => setType(event.currentTarget.value)} />
        <TextInput label={t("entities.labels")} required withAsterisk={false} value={line} placeholder="flow=checkout"
          description={t("entities.labelsText")} error={line !== "" && labels === null ? t("entities.badLabels") : undefined}
          onChange={(event) => setLine(event.currentTarget.value)} />
        <TextInput label={t("entities.name")} value={name} placeholder={t("entities.namePlaceholder")}
          onChange={(event) => setName(event.currentTarget.value)} />
        <TagsInput label={t("entities.tags")} value={tags} onChange={setTags} />
        <TagsInput label={t("entities.owners")} value={owners} onChange={setOwners} />
        {put.isError && <p role="alert">{textOf(put.error)}</p>}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onDone}>{t("action.cancel")}</Button>
          <Button type="submit" loading={put.isPending}>{t("entities.add")}</Button>
        </Group>
      </Stack>
    </form>
  );
}

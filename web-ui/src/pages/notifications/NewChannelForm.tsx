// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client";
import { keys, useWrite } from "../../api/hooks";
import { useProblemText } from "../../elements/states/States";
import { toast } from "../../elements/toast/toast";
import classes from "./Notifications.module.css";
import { isWebAddress } from "./address";

export function NewChannelForm({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={t("channels.add")} centered padding="lg"
      closeButtonProps={{ "aria-label": t("action.close") }}>
      <Fields onClose={onClose} />
    </Modal>
  );
}

function Fields({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const [name, setName] = useState("");
  const [url, setUrl] = useState("");
  const create = useWrite(api.createChannel, keys.channels);
  const isBadUrl = url !== "" && !isWebAddress(url);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isWebAddress(url)) return;
    create.mutate({ name: name.trim(), type: "webhook", url: url.trim(), enabled: true }, {
      onSuccess: (channel) => {
        toast(t("channels.added", { name: channel.name }));
        onClose();
      },
    });
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput label={t("channels.name")} required withAsterisk={false} value={name} data-autofocus
        placeholder={t("channels.namePlaceholder")} onChange={(event) => setName(event.currentTarget.value)} />
      <TextInput label={t("channels.url")} required withAsterisk={false} type="url" value={url}
        placeholder="https://example.org/hooks/alerts" description={t("channels.urlText")}
        error={isBadUrl ? t("channels.badUrl") : undefined} onChange={(event) => setUrl(event.currentTarget.value)} />
      {create.isError && <p className={classes.error} role="alert">{textOf(create.error)}</p>}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>{t("action.cancel")}</Button>
        <Button type="submit" loading={create.isPending}>{t("channels.create")}</Button>
      </Group>
    </form>
  );
}

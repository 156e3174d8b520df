// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, Group, Modal, PasswordInput, TagsInput, TextInput } from "@mantine/core";
import { KeyRound, Pencil, Plus, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client";
import { keys, useSecrets, useWrite } from "../../api/hooks";
import type { Secret } from "../../api/sources";
import { Confirm } from "../../elements/confirm/Confirm";
import { Panel } from "../../elements/panel/Panel";
import { Answer, Empty, Loading, useProblemText } from "../../elements/states/States";
import { type Column, Table } from "../../elements/table/Table";
import { toast } from "../../elements/toast/toast";
import { formatTime } from "../../format/time";
import classes from "./Sources.module.css";

/** Passwords and tokens for other systems: kept encrypted, sent to their hosts only, never shown again. */
export function Secrets({ canEdit }: { canEdit: boolean }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const secrets = useSecrets();
  const [edited, setEdited] = useState<Secret | "new" | null>(null);
  const [doomed, setDoomed] = useState<Secret | null>(null);
  const remove = useWrite((secret: Secret) => api.deleteSecret(secret.name), keys.secrets);
  const columns: Column<Secret>[] = [
    { key: "name", title: t("sources.name"), cell: (one) => <strong>{one.name}</strong> },
    { key: "hosts", title: t("sources.hosts"), grow: true, from: "tablet", cell: (one) => <code className="dim">{one.hosts.join(" ")}</code> },
    { key: "used", title: t("sources.usedBy"), from: "desktop", cell: (one) => one.usedBy.join(", ") || "–" },
    { key: "changed", title: t("sources.changed"), from: "tablet", cell: (one) => formatTime(one.changedAt) },
    ...(canEdit ? [{ key: "actions", title: t("sources.edit"), quiet: true, cell: (one: Secret) => (
      <span className={classes.actions}>
        <ActionIcon variant="subtle" color="gray" aria-label={t("sources.editOne", { name: one.name })}
          onClick={() => setEdited(one)}><Pencil size={15} /></ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t("sources.deleteOne", { name: one.name })}
          onClick={() => setDoomed(one)}><Trash2 size={15} /></ActionIcon>
      </span>
    ) }] : []),
  ];
  return (
    <Panel title={t("sources.secrets")} flush aside={canEdit && (
      <Button size="xs" leftSection={<Plus size={14} />} onClick={() => setEdited("new")}>{t("sources.addSecret")}</Button>
    )}>
      <Answer query={secrets} loading={<Loading rows={2} />} empty={{
        when: (page) => page.items.length === 0,
        show: <Empty title={t("sources.noSecrets")} icon={<KeyRound size={20} aria-hidden />}>{t("sources.noSecretsText")}</Empty>,
      }}>
        {(page) => <Table label={t("sources.secrets")} columns={columns} rows={page.items} rowKey={(one) => one.name} />}
      </Answer>
      {edited !== null && <SecretForm secret={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
      <Confirm opened={doomed !== null} title={t("sources.deleteSecretTitle")} action={t("action.delete")}
        text={t("sources.deleteSecretText", { name: doomed?.name ?? "" })} isBusy={remove.isPending}
        onConfirm={() => doomed && remove.mutate(doomed, {
          onError: (failure) => toast(textOf(failure), "critical"),
          onSettled: () => setDoomed(null),
        })}
        onClose={() => setDoomed(null)} />
    </Panel>
  );
}

function SecretForm({ secret, onClose }: { secret: Secret | null; onClose: () => void }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const [name, setName] = useState(secret?.name ?? "");
  const [value, setValue] = useState("");
  const [hosts, setHosts] = useState(secret?.hosts ?? []);
  const put = useWrite(() => api.putSecret(name.trim(), { hosts, ...(value === "" ? {} : { value }) }), keys.secrets);
  const isWhole = name.trim() !== "" && hosts.length > 0 && (secret !== null || value !== "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWhole) put.mutate(undefined, { onSuccess: onClose });
  };
  return (
    <Modal opened onClose={onClose} title={t(secret === null ? "sources.addSecret" : "sources.editSecret")} centered padding="lg"
      closeButtonProps={{ "aria-label": t("action.close") }}>
      <form className={classes.form} onSubmit={submit} autoComplete="off">
        <TextInput label={t("sources.name")} required withAsterisk={false} value={name} disabled={secret !== null} placeholder="prom"
          onChange={(event) => setName(event.currentTarget.value)} />
        <PasswordInput label={t("sources.value")} value={value} autoComplete="new-password"
          description={secret === null ? undefined : t("sources.valueKept")} onChange={(event) => setValue(event.currentTarget.value)}
          visibilityToggleButtonProps={{ "aria-label": t("signIn.show") }} />
        <TagsInput label={t("sources.hosts")} description={t("sources.hostsText")} value={hosts} onChange={setHosts} />
        {put.isError && <p className={classes.error} role="alert">{textOf(put.error)}</p>}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>{t("action.cancel")}</Button>
          <Button type="submit" disabled={!isWhole} loading={put.isPending}>{t("entities.save")}</Button>
        </Group>
      </form>
    </Modal>
  );
}

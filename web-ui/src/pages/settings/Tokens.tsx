// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, Select, TextInput } from "@mantine/core";
import { KeyRound, Plus, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client";
import { keys, useTokens, useWrite } from "../../api/hooks";
import type { Token } from "../../api/types";
import { Confirm } from "../../elements/confirm/Confirm";
import { Panel } from "../../elements/panel/Panel";
import { Answer, Empty, Loading, useProblemText } from "../../elements/states/States";
import { type Column, Table } from "../../elements/table/Table";
import { toast } from "../../elements/toast/toast";
import { formatTime } from "../../format/time";
import { Secret } from "./Secret";
import classes from "./Settings.module.css";

const ROLES = ["viewer", "editor", "admin", "owner"] as const;

/** Credentials of programs: made, shown once, taken back. */
export function Tokens() {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const tokens = useTokens();
  const [secret, setSecret] = useState<{ name: string; token: string } | null>(null);
  const [doomed, setDoomed] = useState<Token | null>(null);
  const remove = useWrite((token: Token) => api.deleteToken(token.id), keys.tokens);
  const columns: Column<Token>[] = [
    { key: "name", title: t("tokens.name"), grow: true, cell: (token) => <strong>{token.name}</strong> },
    { key: "role", title: t("settings.role"), cell: (token) => t(`role.${token.role}`) },
    { key: "created", title: t("tokens.created"), from: "tablet", cell: (token) => formatTime(token.createdAt) },
    { key: "used", title: t("tokens.used"), from: "tablet",
      cell: (token) => token.lastUsedAt === null ? <span className="dim">{t("tokens.unused")}</span>
        : formatTime(token.lastUsedAt) },
    {
      key: "delete", title: t("action.delete"), quiet: true,
      cell: (token) => (
        <ActionIcon variant="subtle" color="gray" aria-label={t("tokens.deleteOne", { name: token.name })}
          onClick={() => setDoomed(token)}>
          <Trash2 size={15} />
        </ActionIcon>
      ),
    },
  ];
  return (
    <Panel title={t("tokens.title")} flush>
      <NewToken onCreated={setSecret} />
      {secret !== null && (
        <Secret title={t("tokens.made", { name: secret.name })} text={secret.token} onDone={() => setSecret(null)} />
      )}
      <Answer query={tokens} loading={<Loading rows={2} />} empty={{
        when: (page) => page.items.length === 0,
        show: <Empty title={t("tokens.none")} icon={<KeyRound size={20} aria-hidden />}>{t("tokens.noneText")}</Empty>,
      }}>
        {(page) => <Table label={t("tokens.title")} columns={columns} rows={page.items} rowKey={(one) => one.id} />}
      </Answer>
      <Confirm opened={doomed !== null} title={t("tokens.deleteTitle")} action={t("action.delete")}
        text={t("tokens.deleteText", { name: doomed?.name ?? "" })} isBusy={remove.isPending}
        onClose={() => setDoomed(null)}
        onConfirm={() => doomed && remove.mutate(doomed, {
          onError: (failure) => toast(textOf(failure), "critical"),
          onSettled: () => setDoomed(null),
        })} />
    </Panel>
  );
}

function NewToken({ onCreated }: { onCreated: (made: { name: string; token: string }) => void }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const [name, setName] = useState("");
  const [role, setRole] = useState<string>("editor");
  const create = useWrite((asked: { name: string; role: string }) => api.createToken(asked.name, asked.role), keys.tokens);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ name: name.trim(), role }, {
      onSuccess: (made) => {
        onCreated(made);
        setName("");
      },
    });
  };
  return (
    <form className={classes.row} onSubmit={submit}>
      <TextInput label={t("tokens.name")} required withAsterisk={false} size="xs" value={name}
        placeholder={t("tokens.namePlaceholder")} className={classes.grow ?? ""}
        error={create.isError ? textOf(create.error) : undefined}
        onChange={(event) => setName(event.currentTarget.value)} />
      <Select label={t("settings.role")} size="xs" w={140} value={role} allowDeselect={false}
        data={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
        onChange={(value) => setRole(value ?? "editor")} />
      <Button type="submit" size="xs" leftSection={<Plus size={14} />} loading={create.isPending}>
        {t("tokens.create")}
      </Button>
    </form>
  );
}

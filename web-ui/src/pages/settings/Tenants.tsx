// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, Group, Modal, Text, TextInput } from "@mantine/core";
import { Plus, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client";
import { keys, useSession, useTenants, useWrite } from "../../api/hooks";
import type { CreatedTenant, TenantName } from "../../api/types";
import { Panel } from "../../elements/panel/Panel";
import { Answer, Loading, useProblemText } from "../../elements/states/States";
import { Table } from "../../elements/table/Table";
import { toast } from "../../elements/toast/toast";
import { isPlainId } from "../../format/text";
import { Secret } from "./Secret";
import classes from "./Settings.module.css";

/** For operators: who shares this installation, each behind its own wall. */
export function Tenants() {
  const { t } = useTranslation();
  const tenants = useTenants(true);
  const own = useSession().data?.tenant?.id;
  const [doomed, setDoomed] = useState<TenantName | null>(null);
  const [created, setCreated] = useState<CreatedTenant | null>(null);
  return (
    <Panel title={t("tenants.title")} flush>
      <NewTenant onCreated={setCreated} />
      {created !== null && (
        <Made tenant={created} onDone={() => setCreated(null)} />
      )}
      <Answer query={tenants} loading={<Loading rows={2} />}>
        {(page) => (
          <Table label={t("tenants.title")} rows={page.items} rowKey={(tenant) => tenant.id} columns={[
            { key: "name", title: t("tenants.name"), grow: true, cell: (tenant) => <strong>{tenant.name}</strong> },
            { key: "id", title: t("rules.id"), cell: (tenant) => <code className="dim">{tenant.id}</code> },
            { key: "erase", title: t("tenants.erase"), quiet: true, cell: (tenant) => tenant.id !== own && (
              <ActionIcon variant="subtle" color="gray" aria-label={t("tenants.eraseOne", { name: tenant.name })}
                onClick={() => setDoomed(tenant)}>
                <Trash2 size={15} />
              </ActionIcon>
            ) },
          ]} />
        )}
      </Answer>
      {doomed !== null && <Erase tenant={doomed} onDone={() => setDoomed(null)} />}
    </Panel>
  );
}

/** Nothing brings a tenant back: who erases it writes its id. */
function Erase({ tenant, onDone }: { tenant: TenantName; onDone: () => void }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const [text, setText] = useState("");
  const erase = useWrite(api.eraseTenant, keys.tenants);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text !== tenant.id) return;
    erase.mutate(tenant.id, {
      onSuccess: () => {
        toast(t("tenants.erased", { name: tenant.name }), "ok");
        onDone();
      },
    });
  };
  return (
    <Modal opened onClose={onDone} title={t("tenants.eraseTitle", { name: tenant.name })} centered size="sm" padding="lg"
      closeButtonProps={{ "aria-label": t("action.close") }}>
      <form onSubmit={submit}>
        <Text size="sm" c="dimmed" mb="sm">{t("tenants.eraseText")}</Text>
        <TextInput label={t("tenants.typeId", { id: tenant.id })} value={text} data-autofocus mb="lg" autoComplete="off"
          error={erase.isError ? textOf(erase.error) : undefined} onChange={(event) => setText(event.currentTarget.value)} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onDone}>{t("action.cancel")}</Button>
          <Button type="submit" color="#c9333a" disabled={text !== tenant.id} loading={erase.isPending}>{t("tenants.erase")}</Button>
        </Group>
      </form>
    </Modal>
  );
}

function Made({ tenant, onDone }: { tenant: CreatedTenant; onDone: () => void }) {
  const { t } = useTranslation();
  const { name, owner } = tenant;
  if (owner.password === null) {
    return <p className={classes.made} role="status">{t("tenants.madeFor", { name, account: owner.account })}</p>;
  }
  return (
    <Secret title={t("tenants.made", { name, account: owner.account })} text={owner.password} onDone={onDone} />
  );
}

function NewTenant({ onCreated }: { onCreated: (tenant: CreatedTenant) => void }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const [id, setId] = useState("");
  const [name, setName] = useState("");
  const [account, setAccount] = useState("");
  const create = useWrite(api.createTenant, keys.tenants);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPlainId(id)) return;
    create.mutate({ id, name: name.trim(), ownerAccount: account.trim() }, {
      onSuccess: (tenant) => {
        onCreated(tenant);
        setId("");
        setName("");
        setAccount("");
      },
    });
  };
  return (
    <form className={classes.row} onSubmit={submit}>
      <TextInput label={t("rules.id")} required withAsterisk={false} size="xs" value={id} placeholder="acme"
        error={id !== "" && !isPlainId(id) ? t("tenants.badId") : undefined}
        onChange={(event) => setId(event.currentTarget.value)} />
      <TextInput label={t("tenants.name")} required withAsterisk={false} size="xs" value={name} placeholder="Acme"
        className={classes.grow ?? ""} onChange={(event) => setName(event.currentTarget.value)} />
      <TextInput label={t("tenants.owner")} required withAsterisk={false} size="xs" value={account}
        placeholder="owner@acme" className={classes.grow ?? ""}
        onChange={(event) => setAccount(event.currentTarget.value)} />
      <Button type="submit" size="xs" leftSection={<Plus size={14} />} loading={create.isPending}>
        {t("tenants.create")}
      </Button>
      {create.isError && <p className={classes.error} role="alert">{textOf(create.error)}</p>}
    </form>
  );
}

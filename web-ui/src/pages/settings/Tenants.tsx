// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from "@mantine/core";
import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client";
import { keys, useTenants, useWrite } from "../../api/hooks";
import type { CreatedTenant } from "../../api/types";
import { Panel } from "../../elements/panel/Panel";
import { Answer, Loading, useProblemText } from "../../elements/states/States";
import { Table } from "../../elements/table/Table";
import { isPlainId } from "../../format/text";
import { Secret } from "./Secret";
import classes from "./Settings.module.css";

/** For operators: who shares this installation, each behind its own wall. */
export function Tenants() {
  const { t } = useTranslation();
  const tenants = useTenants(true);
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
          ]} />
        )}
      </Answer>
    </Panel>
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

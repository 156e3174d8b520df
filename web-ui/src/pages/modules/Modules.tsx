// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { Blocks, History, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useModules } from "../../api/hooks";
import type { ModuleSummary } from "../../api/modules";
import { PageHead, Panel } from "../../elements/panel/Panel";
import { Answer, Empty, Loading } from "../../elements/states/States";
import { Status } from "../../elements/status/Status";
import { type Column, Table } from "../../elements/table/Table";

/** What rules share, and which of them use it. */
export default function Modules() {
  const { t } = useTranslation();
  const modules = useModules();
  const columns: Column<ModuleSummary>[] = [
    { key: "name", title: t("modules.module"), grow: true, cell: (one) => <code>{one.name}</code> },
    {
      key: "language", title: t("rules.language"), from: "desktop",
      cell: (one) => <span className="dim">{t(`language.${one.language}`)}</span>,
    },
    { key: "version", title: t("rules.version"), number: true, cell: (one) => `v${one.version}` },
    { key: "users", title: t("modules.users"), number: true, cell: (one) => one.users.length },
    {
      key: "outdated", title: t("modules.outdated"), from: "tablet",
      cell: (one) => one.outdated === 0 ? <span className="dim">{t("modules.none")}</span>
        : <Status tone="warning" icon={<History size={13} aria-hidden />}>{t("modules.behind", { count: one.outdated })}</Status>,
    },
  ];
  const create = (
    <Button component={Link} to="/modules/new" leftSection={<Plus size={15} />}>{t("modules.new")}</Button>
  );
  return (
    <>
      <PageHead title={t("page.modules")}>{create}</PageHead>
      <Panel flush>
        <Answer query={modules} loading={<Loading rows={5} />} empty={{
          when: (page) => page.items.length === 0,
          show: (
            <Empty title={t("modules.empty")} icon={<Blocks size={20} aria-hidden />} action={create}>
              {t("modules.emptyText")}
            </Empty>
          ),
        }}>
          {(page) => (
            <Table label={t("page.modules")} columns={columns} rows={page.items} rowKey={(one) => one.name}
              to={(one) => `/modules/${one.name}`} />
          )}
        </Answer>
      </Panel>
    </>
  );
}

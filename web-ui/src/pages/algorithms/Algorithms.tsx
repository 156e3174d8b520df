// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { CheckCircle2, CircleDashed, Plus, Scale } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Algorithm } from "../../api/algorithms";
import { useAlgorithms } from "../../api/hooks";
import { PageHead, Panel } from "../../elements/panel/Panel";
import { Answer, Loading } from "../../elements/states/States";
import { Status } from "../../elements/status/Status";
import { type Column, Table } from "../../elements/table/Table";
import { localized } from "../../format/text";

/** What rules can call: the tenant's own algorithms first, then those that are built in. */
export default function Algorithms() {
  const { t, i18n } = useTranslation();
  const algorithms = useAlgorithms();
  const columns: Column<Algorithm>[] = [
    { key: "name", title: t("algorithms.name"), cell: (one) => <code>{one.name}</code> },
    {
      key: "what", title: t("algorithms.what"), grow: true, from: "tablet",
      cell: (one) => <span className="dim">{localized(one.description, i18n.language)}</span>,
    },
    { key: "kind", title: t("algorithms.kind"), from: "desktop", cell: (one) => <span className="dim">{one.kind}</span> },
    { key: "origin", title: t("algorithms.origin"), cell: (one) => t(one.origin === "own" ? "algorithms.own" : "algorithms.builtIn") },
    { key: "version", title: t("rules.version"), cell: (one) => <Version of={one} /> },
  ];
  return (
    <>
      <PageHead title={t("page.algorithms")}>
        <Button component={Link} to="/algorithms/compare" variant="default" leftSection={<Scale size={15} />}>{t("compare.title")}</Button>
        <Button component={Link} to="/algorithms/new" leftSection={<Plus size={15} />}>{t("algorithms.new")}</Button>
      </PageHead>
      <Panel flush>
        <Answer query={algorithms} loading={<Loading rows={8} />}>
          {(page) => (
            <Table label={t("page.algorithms")} columns={columns} rows={page.items.toSorted(ownFirst)} rowKey={(one) => one.name}
              to={(one) => `/algorithms/${one.name}`} />
          )}
        </Answer>
      </Panel>
    </>
  );
}

const ownFirst = (left: Algorithm, right: Algorithm) => Number(right.origin === "own") - Number(left.origin === "own");

function Version({ of }: { of: Algorithm }) {
  const { t } = useTranslation();
  if (of.origin !== "own") return <>v{of.version}</>;
  if (of.stable === undefined) {
    return <Status tone="unknown" icon={<CircleDashed size={13} aria-hidden />}>{t("algorithms.noStable")}</Status>;
  }
  return <Status tone="ok" icon={<CheckCircle2 size={13} aria-hidden />}>v{of.stable}</Status>;
}

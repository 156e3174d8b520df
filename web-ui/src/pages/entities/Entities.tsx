// SPDX-License-Identifier: Apache-2.0
import { Button, SegmentedControl } from "@mantine/core";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useSession } from "../../api/hooks";
import { PageHead } from "../../elements/panel/Panel";
import { AsOfPicker } from "./AsOfPicker";
import { DiscoveryRules } from "./DiscoveryRules";
import { EntityList } from "./EntityList";
import { GraphView } from "./GraphView";
import { NewEntity } from "./NewEntity";

const VIEWS = ["list", "graph", "discovery"] as const;

/** What is watched: as a list, as a graph, and how it is found; what is chosen stands in the address. */
export default function Entities() {
  const { t } = useTranslation();
  const session = useSession();
  const [search, setSearch] = useSearchParams();
  const [isAdding, setAdding] = useState(false);
  const view = VIEWS.find((one) => one === search.get("view")) ?? "list";
  const asOf = search.get("asOf");
  const change = (name: string, value: string | null) => setSearch((now) => {
    const next = new URLSearchParams(now);
    if (value === null || value === "") next.delete(name);
    else next.set(name, value);
    return next;
  }, { replace: name !== "view" });
  const canEdit = session.data?.role !== "viewer";
  return (
    <>
      <PageHead title={t("page.entities")} note={t("entities.note")}>
        {view !== "discovery" && <AsOfPicker asOf={asOf} onChange={(value) => change("asOf", value)} />}
        <SegmentedControl size="xs" value={view} onChange={(value) => change("view", value === "list" ? null : value)}
          aria-label={t("entities.view")} data={VIEWS.map((value) => ({ value, label: t(`entities.views.${value}`) }))} />
        {canEdit && (
          <Button size="xs" leftSection={<Plus size={14} />} onClick={() => setAdding(true)}>{t("entities.add")}</Button>
        )}
      </PageHead>
      {view === "list" && <EntityList asOf={asOf} onChange={change} />}
      {view === "graph" && <GraphView asOf={asOf} onChange={change} />}
      {view === "discovery" && <DiscoveryRules canEdit={canEdit} />}
      <NewEntity opened={isAdding} onClose={() => setAdding(false)} />
    </>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { History } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Module } from "../../api/modules";
import frame from "../../elements/editor/EditorPage.module.css";
import { Section, Versions } from "../../elements/editor/Sections";
import { Status } from "../../elements/status/Status";
import { importLine } from "./start";

/** How to import a module, who does, and what it was before. */
export function ModuleSide({ module, name, text }: { module: Module | null; name: string; text: string }) {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t("modules.import")}>
        <code className={frame.snippet}>{importLine(name === "" ? "shared/budget.js" : name, text)}</code>
        <p>{t("modules.importText")}</p>
      </Section>
      {module !== null && <Users module={module} />}
      {module !== null && <Versions of={module} path={`/modules/${module.name}`} testId="module-versions" />}
    </>
  );
}

function Users({ module }: { module: Module }) {
  const { t } = useTranslation();
  return (
    <Section title={t("modules.usedBy")}>
      {module.users.length === 0 && <p>{t("modules.unused")}</p>}
      <ul className={frame.list} data-testid="module-users">
        {module.users.map((use) => (
          <li key={use.rule}>
            <Link to={`/rules/${encodeURIComponent(use.rule)}`}>{use.rule}</Link>
            <span className={frame.version}>v{use.version}</span>
            {use.pinned && <span className="dim">{t("modules.pinned")}</span>}
            {use.version < module.newest && <Status tone="warning" icon={<History size={13} aria-hidden />}>{t("modules.old")}</Status>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

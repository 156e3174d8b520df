// SPDX-License-Identifier: Apache-2.0
import { History } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Module } from "../../api/modules";
import { Status } from "../../elements/status/Status";
import { formatTime } from "../../format/time";
import { importLine } from "./start";
import classes from "./Modules.module.css";

/** How to import a module, who does, and what it was before. */
export function ModuleSide({ module, name, text }: { module: Module | null; name: string; text: string }) {
  const { t } = useTranslation();
  return (
    <div className={classes.side}>
      <section>
        <h2 className={classes.section}>{t("modules.import")}</h2>
        <code className={classes.import}>{importLine(name === "" ? "shared/budget.js" : name, text)}</code>
        <p className={classes.text}>{t("modules.importText")}</p>
      </section>
      {module !== null && <Users module={module} />}
      {module !== null && <Versions module={module} />}
    </div>
  );
}

function Users({ module }: { module: Module }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2 className={classes.section}>{t("modules.usedBy")}</h2>
      {module.users.length === 0 && <p className={classes.text}>{t("modules.unused")}</p>}
      <ul className={classes.list} data-testid="module-users">
        {module.users.map((use) => (
          <li key={use.rule}>
            <Link to={`/rules/${encodeURIComponent(use.rule)}`}>{use.rule}</Link>
            <span className={classes.number}>v{use.version}</span>
            {use.pinned && <span className="dim">{t("modules.pinned")}</span>}
            {use.version < module.newest && <Status tone="warning" icon={<History size={13} aria-hidden />}>{t("modules.old")}</Status>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Versions({ module }: { module: Module }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2 className={classes.section}>{t("modules.versions")}</h2>
      <ul className={classes.list} data-testid="module-versions">
        {module.versions.map((one) => (
          <li key={one.version} aria-current={one.version === module.version ? "true" : undefined}>
            <Link to={one.version === module.newest ? `/modules/${module.name}` : `/modules/${module.name}?version=${one.version}`}>
              v{one.version}
            </Link>
            <span className="dim">{formatTime(one.savedAt)} · {one.savedBy}</span>
            {one.version === module.version && <span className={classes.number}>{t("modules.shown")}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

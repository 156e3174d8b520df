// SPDX-License-Identifier: Apache-2.0
import { CheckCircle2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Severity } from "../../api/types";
import { SeverityStatus, Status } from "../../elements/status/Status";

/** The worst that fires for an entity, or that nothing does. */
export function Health({ worst }: { worst: Severity | null }) {
  const { t } = useTranslation();
  if (worst !== null) return <SeverityStatus severity={worst} />;
  return <Status tone="ok" icon={<CheckCircle2 size={13} aria-hidden strokeWidth={2.2} />}>{t("entities.calm")}</Status>;
}

// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { RotateCcw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { TimeField } from "../../elements/time-field/TimeField";
import classes from "./Entities.module.css";

type Props = { asOf: string | null; onChange: (asOf: string | null) => void };

/** A past time to look at; empty: now. */
export function AsOfPicker({ asOf, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.asOf}>
      {asOf !== null && (
        <Button size="xs" variant="default" leftSection={<RotateCcw size={14} />} onClick={() => onChange(null)}>
          {t("entities.now")}
        </Button>
      )}
      <TimeField size="xs" aria-label={t("entities.asOf")} title={t("time.format")} placeholder={t("entities.asOf")} value={asOf} onChange={onChange} />
    </div>
  );
}

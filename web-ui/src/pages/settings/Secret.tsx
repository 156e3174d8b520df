// SPDX-License-Identifier: Apache-2.0
import { Button, CopyButton } from "@mantine/core";
import { Check, Copy, KeyRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import classes from "./Settings.module.css";

/** Something that is shown once and never again. */
export function Secret({ title, text, onDone }: { title: string; text: string; onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.secret} role="status">
      <KeyRound size={16} aria-hidden />
      <div className={classes.secretBody}>
        <p className={classes.secretTitle}>{title}</p>
        <code className={classes.secretText} data-testid="secret">{text}</code>
        <p className={classes.secretNote}>{t("settings.shownOnce")}</p>
      </div>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button variant="default" size="compact-sm" onClick={copy}
            leftSection={copied ? <Check size={13} /> : <Copy size={13} />}>
            {t(copied ? "action.copied" : "action.copy")}
          </Button>
        )}
      </CopyButton>
      <Button variant="default" size="compact-sm" onClick={onDone}>{t("action.done")}</Button>
    </div>
  );
}

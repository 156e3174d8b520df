// SPDX-License-Identifier: Apache-2.0
import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { COMMAND, DESTINATIONS } from "../shell/navigation";
import classes from "./Palette.module.css";

export function KeysHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const rows: [string[], string][] = [
    [[COMMAND, "K"], t("palette.title")],
    [["?"], t("keys.title")],
    [["["], t("keys.navigation")],
    ...DESTINATIONS.map(({ key, label }): [string[], string] => [["g", key], t("keys.go", { page: t(label) })]),
    [[COMMAND, "S"], t("keys.save")],
    [[COMMAND, "Enter"], t("keys.run")],
  ];
  return (
    <Modal opened={opened} onClose={onClose} title={t("keys.title")} size="sm" padding="lg"
      closeButtonProps={{ "aria-label": t("action.close") }}>
      <dl className={classes.keys}>
        {rows.map(([combination, text]) => (
          <div key={text}>
            <dt>{text}</dt>
            <dd>
              {combination.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

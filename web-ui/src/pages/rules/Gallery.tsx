// SPDX-License-Identifier: Apache-2.0
import { Modal } from "@mantine/core";
import { FileCode2, Sparkles } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useGallery } from "../../api/hooks";
import { Answer, Loading } from "../../elements/states/States";
import { localized } from "../../format/text";
import classes from "./Gallery.module.css";

const LANGUAGES = ["javascript", "python"] as const;

/** Where a rule begins: an example that runs on this machine's metrics, or an empty page. */
export function Gallery({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const gallery = useGallery();
  return (
    <Modal opened={opened} onClose={onClose} title={t("rules.new")} size={720} padding="lg"
      closeButtonProps={{ "aria-label": t("action.close") }}>
      <div className={classes.grid}>
        {LANGUAGES.map((language) => (
          <Link key={language} to={`/rules/new?language=${language}`} className={classes.card}>
            <FileCode2 size={18} aria-hidden />
            <span className={classes.title}>{t("rules.blankIn", { language: t(`language.${language}`) })}</span>
            <span className={classes.text}>{t("rules.blankText")}</span>
          </Link>
        ))}
        <Answer query={gallery} loading={<Loading rows={3} />}>
          {(page) => page.items.map((item) => (
            <Link key={item.id} to={`/rules/new?from=${encodeURIComponent(item.id)}`} className={classes.card}>
              <Sparkles size={18} aria-hidden />
              <span className={classes.title}>{localized(item.title, i18n.language)}</span>
              <span className={classes.text}>
                {localized(item.description, i18n.language)}{item.language === "python" && ` · ${t("language.python")}`}
              </span>
            </Link>
          ))}
        </Answer>
      </div>
    </Modal>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { Compass } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Empty } from "../../elements/states/States";

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Empty title={t("frame.notFound")} icon={<Compass size={20} aria-hidden />}
      action={<Button component={Link} to="/" variant="default" size="xs">{t("frame.toOverview")}</Button>}>
      {t("frame.notFoundText")}
    </Empty>
  );
}

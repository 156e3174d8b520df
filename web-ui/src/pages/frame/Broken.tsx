// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useRouteError } from "react-router";
import { Empty } from "../../elements/states/States";

/** A page that broke says so and offers to load again, instead of a white screen. */
export function Broken() {
  const { t } = useTranslation();
  const failure = useRouteError();
  return (
    <Empty title={t("frame.broken")} icon={<CircleAlert size={20} aria-hidden />}
      action={<Button variant="default" size="xs" onClick={() => window.location.reload()}>{t("frame.reload")}</Button>}>
      <code>{failure instanceof Error ? failure.message : String(failure)}</code>
    </Empty>
  );
}

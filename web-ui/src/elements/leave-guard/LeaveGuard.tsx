// SPDX-License-Identifier: Apache-2.0
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useBlocker } from "react-router";
import { Confirm } from "../confirm/Confirm";

/** Nobody leaves unsaved work without saying so. A sign-in in between keeps the draft and needs no question. */
export function LeaveGuard({ isDirty, onLeave }: { isDirty: boolean; onLeave: () => void }) {
  const { t } = useTranslation();
  const blocker = useBlocker(({ currentLocation, nextLocation }) =>
    isDirty && currentLocation.pathname !== nextLocation.pathname && nextLocation.pathname !== "/sign-in");

  useEffect(() => {
    if (!isDirty) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isDirty]);

  return (
    <Confirm opened={blocker.state === "blocked"} title={t("editor.leaveTitle")} text={t("editor.leaveText")}
      action={t("editor.leave")} onClose={() => blocker.reset?.()}
      onConfirm={() => {
        onLeave();
        blocker.proceed?.();
      }} />
  );
}

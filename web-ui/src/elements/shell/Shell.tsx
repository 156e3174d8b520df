// SPDX-License-Identifier: Apache-2.0
import { Drawer } from "@mantine/core";
import { useDisclosure, useLocalStorage } from "@mantine/hooks";
import { useCallback, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useLocation } from "react-router";
import type { Session } from "../../api/types";
import { KeysHelp } from "../palette/KeysHelp";
import { Palette } from "../palette/Palette";
import { Header } from "./Header";
import { Navigation } from "./Navigation";
import { useKeys } from "./useKeys";
import classes from "./Shell.module.css";

/** Header, navigation and the page between them. */
export function Shell({ session }: { session: Session }) {
  const { t } = useTranslation();
  const location = useLocation();
  const [isNarrow, setIsNarrow] = useLocalStorage({ key: "sextant.narrow", defaultValue: false });
  const [drawer, drawerActions] = useDisclosure(false);
  const [palette, paletteActions] = useDisclosure(false);
  const [help, helpActions] = useDisclosure(false);
  const toggleNavigation = useCallback(() => setIsNarrow((now) => !now), [setIsNarrow]);
  useKeys({ openPalette: paletteActions.open, openKeys: helpActions.open, toggleNavigation });
  const closeDrawer = drawerActions.close;
  useEffect(() => closeDrawer(), [location.pathname, closeDrawer]);

  return (
    <div className={classes.shell} data-narrow={isNarrow || undefined}>
      <a href="#main" className={classes.skip}>
        {t("shell.skip")}
      </a>
      <Header session={session} onMenu={drawerActions.open} onSearch={paletteActions.open} onKeys={helpActions.open} />
      <aside className={classes.side}>
        <Navigation isNarrow={isNarrow} onToggle={toggleNavigation} />
      </aside>
      <Drawer opened={drawer} onClose={drawerActions.close} size={248} title="Sextant"
        closeButtonProps={{ "aria-label": t("action.close") }}>
        <Navigation isNarrow={false} />
      </Drawer>
      <main id="main" className={classes.main} tabIndex={-1}>
        <Outlet />
      </main>
      <Palette opened={palette} onClose={paletteActions.close} onKeys={helpActions.open} />
      <KeysHelp opened={help} onClose={helpActions.close} />
    </div>
  );
}

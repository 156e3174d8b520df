// SPDX-License-Identifier: Apache-2.0
import { Menu, Tooltip, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Check, Keyboard, Languages, LogOut, Menu as MenuIcon, Moon, Search, Settings, Sun } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { api, pickTenant } from "../../api/client";
import { keys } from "../../api/hooks";
import type { Session } from "../../api/types";
import { switchLanguage } from "../../i18n";
import { Logo } from "../logo/Logo";
import { COMMAND } from "./navigation";
import classes from "./Header.module.css";

type Props = { session: Session; onMenu: () => void; onSearch: () => void; onKeys: () => void };

export function Header({ session, onMenu, onSearch, onKeys }: Props) {
  const { t, i18n } = useTranslation();
  const scheme = useComputedColorScheme("dark");
  const { setColorScheme } = useMantineColorScheme();
  const isChinese = i18n.language === "zh";
  return (
    <header className={classes.header}>
      <button type="button" className={`${classes.icon} ${classes.menu}`} onClick={onMenu}
        aria-label={t("shell.openMenu")}>
        <MenuIcon size={18} aria-hidden />
      </button>
      <Link to="/" className={classes.brand}>
        <Logo />
        <span className={classes.word}>Sextant</span>
      </Link>
      <TenantMenu session={session} />
      <span className={classes.space} />
      <button type="button" className={classes.search} onClick={onSearch}>
        <Search size={14} aria-hidden />
        <span className={classes.hint}>{t("palette.hint")}</span>
        <kbd className={classes.keys}>{COMMAND} K</kbd>
      </button>
      <IconButton label={t("shell.language")}
        onClick={() => void switchLanguage(isChinese ? "en" : "zh")}>
        <Languages size={16} aria-hidden />
      </IconButton>
      <IconButton label={t(scheme === "dark" ? "shell.light" : "shell.dark")}
        onClick={() => setColorScheme(scheme === "dark" ? "light" : "dark")}>
        {scheme === "dark" ? <Sun size={16} aria-hidden /> : <Moon size={16} aria-hidden />}
      </IconButton>
      <AccountMenu session={session} onKeys={onKeys} />
    </header>
  );
}

function IconButton({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <Tooltip label={label} openDelay={400}>
      <button type="button" className={classes.icon} onClick={onClick} aria-label={label}>
        {children}
      </button>
    </Tooltip>
  );
}

/** The tenant at hand; a member of several changes it here, and everything shown is asked for anew. */
function TenantMenu({ session }: { session: Session }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const here = session.tenant;
  if (here === null) return null;
  if (session.tenants.length < 2) return <span className={classes.tenant}>{here.name}</span>;
  const change = (id: string) => {
    pickTenant(id);
    client.clear();
    void client.fetchQuery({ queryKey: keys.session, queryFn: api.session }).then(() => navigate("/"));
  };
  return (
    <Menu width={200} position="bottom-start">
      <Menu.Target>
        <button type="button" className={classes.tenant} aria-label={t("shell.tenant", { name: here.name })}>
          {here.name}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {session.tenants.map((tenant) => (
          <Menu.Item key={tenant.id} onClick={() => change(tenant.id)}
            rightSection={tenant.id === here.id ? <Check size={14} /> : null}>
            {tenant.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function AccountMenu({ session, onKeys }: { session: Session; onKeys: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const signOut = async () => {
    await api.signOut().catch(() => undefined);
    pickTenant(null);
    client.clear();
    client.setQueryData(keys.session, null);
    void navigate("/sign-in");
  };
  return (
    <Menu width={220} position="bottom-end">
      <Menu.Target>
        <button type="button" className={classes.avatar} aria-label={t("shell.account", { name: session.account })}>
          {session.account.slice(0, 1).toUpperCase()}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{session.account}</Menu.Label>
        <Menu.Item leftSection={<Settings size={14} />} component={Link} to="/settings">
          {t("page.settings")}
        </Menu.Item>
        <Menu.Item leftSection={<Keyboard size={14} />} onClick={onKeys}>
          {t("keys.title")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut size={14} />} onClick={() => void signOut()}>
          {t("shell.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

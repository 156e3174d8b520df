// SPDX-License-Identifier: Apache-2.0
import {
  Bell, Blocks, Compass, LayoutDashboard, Library, type LucideIcon, Megaphone, Network, PlugZap, ScrollText, Settings,
  Sigma,
} from "lucide-react";

export type Destination = { to: string; key: string; label: string; icon: LucideIcon };

/** The pages of the product, in the order of the navigation; `key` follows `g` on the keyboard. */
export const DESTINATIONS: Destination[] = [
  { to: "/", key: "o", label: "page.overview", icon: LayoutDashboard },
  { to: "/alerts", key: "a", label: "page.alerts", icon: Bell },
  { to: "/rules", key: "r", label: "page.rules", icon: ScrollText },
  { to: "/modules", key: "m", label: "page.modules", icon: Blocks },
  { to: "/algorithms", key: "l", label: "page.algorithms", icon: Sigma },
  { to: "/explore", key: "e", label: "page.explore", icon: Compass },
  { to: "/catalogue", key: "c", label: "page.catalogue", icon: Library },
  { to: "/entities", key: "t", label: "page.entities", icon: Network },
  { to: "/sources", key: "d", label: "page.sources", icon: PlugZap },
  { to: "/notifications", key: "n", label: "page.notifications", icon: Megaphone },
  { to: "/settings", key: "s", label: "page.settings", icon: Settings },
];

export const isMac = /mac|iphone|ipad/i.test(navigator.platform);
export const COMMAND = isMac ? "⌘" : "Ctrl";

// SPDX-License-Identifier: Apache-2.0
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

const iris: MantineColorsTuple = [
  "#f0f1fe", "#e0e2ff", "#cfd2ff", "#b4b8fb", "#9599f5", "#7478ea", "#5b5bd6", "#4f4fc4", "#4343a8", "#2f2f78",
];
const dark: MantineColorsTuple = [
  "#eceef4", "#c3c8d6", "#9aa0b2", "#7d8498", "#2a2f40", "#1a1e2a", "#161925", "#11131b", "#0d0f16", "#0b0d13",
];

export const theme = createTheme({
  primaryColor: "iris",
  primaryShade: 6,
  colors: { iris, dark },
  fontFamily:
    '"Inter Variable", Inter, "Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif',
  fontFamilyMonospace: '"JetBrains Mono Variable", "JetBrains Mono", ui-monospace, monospace',
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "22px" },
  defaultRadius: 6,
  spacing: { xs: "4px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
  respectReducedMotion: true,
  cursorType: "pointer",
});

/** The palette of the design language; css modules use the --sx-* names only. */
export const resolver: CSSVariablesResolver = () => ({
  variables: {
    "--sx-ok": "#30a46c",
    "--sx-warning": "#f5a524",
    "--sx-critical": "#e5484d",
    "--mantine-color-placeholder": "var(--sx-dim)",
  },
  dark: {
    "--sx-background": "#0b0d13",
    "--sx-panel": "#11131b",
    "--sx-raised": "#161925",
    "--sx-line": "#1f2330",
    "--sx-line-strong": "#2a2f40",
    "--sx-text": "#eceef4",
    "--sx-dim": "#9aa0b2",
    "--sx-accent": "#9599f5",
    "--sx-accent-soft": "#1b1c3d",
    "--sx-ok-text": "#46c283",
    "--sx-ok-soft": "#10281e",
    "--sx-warning-text": "#f7b750",
    "--sx-warning-soft": "#2d2210",
    "--sx-critical-text": "#ff8387",
    "--sx-critical-soft": "#33161a",
    "--sx-unknown-soft": "#1b1f2b",
    "--mantine-color-body": "#0b0d13",
    "--mantine-color-text": "#eceef4",
    "--mantine-color-dimmed": "#9aa0b2",
    "--mantine-color-error": "#ff8387",
    "--mantine-color-default": "#161925",
    "--mantine-color-default-hover": "#1c2030",
    "--mantine-color-default-border": "#2a2f40",
    "--mantine-color-anchor": "#9599f5",
  },
  light: {
    "--sx-background": "#f7f8fa",
    "--sx-panel": "#ffffff",
    "--sx-raised": "#f2f3f7",
    "--sx-line": "#e6e8ee",
    "--sx-line-strong": "#d5d9e2",
    "--sx-text": "#14161f",
    "--sx-dim": "#5b6274",
    "--sx-accent": "#4f4fc4",
    "--sx-accent-soft": "#e9eaff",
    "--sx-ok-text": "#18794e",
    "--sx-ok-soft": "#e3f5ec",
    "--sx-warning-text": "#8a5300",
    "--sx-warning-soft": "#fff1d6",
    "--sx-critical-text": "#c0272d",
    "--sx-critical-soft": "#ffe9ea",
    "--sx-unknown-soft": "#edeff4",
    "--mantine-color-body": "#f7f8fa",
    "--mantine-color-text": "#14161f",
    "--mantine-color-dimmed": "#5b6274",
    "--mantine-color-error": "#c0272d",
    "--mantine-color-default": "#ffffff",
    "--mantine-color-default-hover": "#f2f3f7",
    "--mantine-color-default-border": "#d5d9e2",
    "--mantine-color-anchor": "#4f4fc4",
  },
});

/** Series colours, told apart by colour-blind readers; order matters. */
export const SERIES_COLORS = [
  "#6b73f2", "#2ec4a6", "#f5a524", "#e879b9", "#4aa8ff", "#a3c940", "#c084fc", "#ff8a5c", "#7dd3d8", "#b8a07a",
];

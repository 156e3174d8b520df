// SPDX-License-Identifier: Apache-2.0
import "@mantine/core/styles.layer.css";
import "./styles.css";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { startTexts } from "./i18n";

/** Before the first paint, from the bundle: the page allows no inline script. */
function paintScheme(): void {
  const stored = localStorage.getItem("mantine-color-scheme-value");
  if (stored === "light") document.documentElement.setAttribute("data-mantine-color-scheme", "light");
}

paintScheme();
const root = document.getElementById("root");
if (root) {
  void startTexts().then(() => createRoot(root).render(<App />));
}

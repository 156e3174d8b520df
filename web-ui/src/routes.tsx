// SPDX-License-Identifier: Apache-2.0
import type { ComponentType } from "react";
import { createBrowserRouter } from "react-router";
import { Broken } from "./pages/frame/Broken";
import { Guard } from "./pages/frame/Guard";
import { NotFound } from "./pages/frame/NotFound";

/** Each page is its own chunk. */
const page = (load: () => Promise<{ default: ComponentType }>) => async () => ({ Component: (await load()).default });

export const router = createBrowserRouter([
  { path: "/sign-in", lazy: page(() => import("./pages/sign-in/SignIn")), ErrorBoundary: Broken, HydrateFallback: () => null },
  {
    path: "/",
    Component: Guard,
    ErrorBoundary: Broken,
    HydrateFallback: () => null,
    children: [
      {
        ErrorBoundary: Broken,
        children: [
          { index: true, lazy: page(() => import("./pages/overview/Overview")) },
          { path: "alerts", lazy: page(() => import("./pages/alerts/Alerts")) },
          { path: "alerts/:id", lazy: page(() => import("./pages/alerts/AlertPage")) },
          { path: "rules", lazy: page(() => import("./pages/rules/Rules")) },
          { path: "rules/new", lazy: page(() => import("./pages/rule-editor/NewRule")) },
          { path: "rules/:id", lazy: page(() => import("./pages/rule-editor/EditRule")) },
          { path: "modules", lazy: page(() => import("./pages/modules/Modules")) },
          { path: "modules/*", lazy: page(() => import("./pages/modules/EditModule")) },
          { path: "algorithms", lazy: page(() => import("./pages/algorithms/Algorithms")) },
          { path: "algorithms/compare", lazy: page(() => import("./pages/algorithms/Compare")) },
          { path: "algorithms/*", lazy: page(() => import("./pages/algorithms/EditAlgorithm")) },
          { path: "explore", lazy: page(() => import("./pages/explore/Explore")) },
          { path: "catalogue", lazy: page(() => import("./pages/catalogue/Catalogue")) },
          { path: "entities", lazy: page(() => import("./pages/entities/Entities")) },
          { path: "entities/:id", lazy: page(() => import("./pages/entities/EntityPage")) },
          { path: "sources", lazy: page(() => import("./pages/sources/Sources")) },
          { path: "notifications", lazy: page(() => import("./pages/notifications/Notifications")) },
          { path: "settings", lazy: page(() => import("./pages/settings/Settings")) },
          { path: "*", Component: NotFound },
        ],
      },
    ],
  },
]);

// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from "vitest/config";

/** Real Chromium against a running Sextant; one file after the other, since all share the one server. */
export default defineConfig({
  test: {
    environment: "node",
    include: ["e2e/**/*.test.ts"],
    globalSetup: ["e2e/server.ts"],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

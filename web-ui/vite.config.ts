// SPDX-License-Identifier: Apache-2.0
import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// ECharts and zrender come as Maven webjars (pom.xml); npm's echarts serves types only.
const webjar = (name: string, version: string) =>
  fileURLToPath(new URL(`target/webjars/META-INF/resources/_static/${name}/${version}`, import.meta.url));

/** Rules see neither a document nor a worker: their declarations would only make the editor's worker heavier. */
const withoutBrowserTypes = () => ({
  name: "sextant:without-browser-types",
  transform(code: string, id: string) {
    if (!id.includes("features/typescript/lib/lib.js")) return null;
    const [exported = ""] = /export \{[^}]*\};?\s*$/.exec(code) ?? [];
    const entries = code.slice(0, code.length - exported.length).split(/^(?=libFileMap\[")/m);
    const kept = entries.filter((entry) => !/^libFileMap\["lib\.(?:dom|webworker|scripthost)/.test(entry)).join("") + exported;
    return { code: kept, map: null };
  },
});

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: [
      { find: /^echarts(?=\/|$)/, replacement: webjar("echarts", "6.0.0") },
      { find: /^zrender(?=\/|$)/, replacement: webjar("zrender", "6.0.0") },
    ],
  },
  worker: { format: "es", plugins: () => [withoutBrowserTypes()] },
  build: {
    outDir: "target/classes/META-INF/resources",
    emptyOutDir: true,
    target: "es2023",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 8000,
    reportCompressedSize: false,
  },
  server: {
    proxy: { "/api": "http://127.0.0.1:8080", "/sdk": "http://127.0.0.1:8080", "/q": "http://127.0.0.1:8080" },
  },
  test: {
    environment: "node",
    include: ["src/**/*.test.{ts,tsx}"],
    // The launcher adds these reports up with those of the Java tests.
    reporters: ["default", "junit"],
    outputFile: { junit: "target/vitest-reports/TEST-unit.xml" },
  },
});

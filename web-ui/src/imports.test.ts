// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, it } from "vitest";

/** What each layer may import from; itself included, another page never. */
const ALLOWED: Record<string, string[]> = {
  api: ["api"],
  format: ["format", "api"],
  i18n: ["i18n"],
  theme: [],
  elements: ["elements", "api", "format", "i18n", "theme"],
  pages: ["pages", "elements", "api", "format", "i18n", "theme"],
};
const DOORS: Record<string, string> = {
  echarts: "elements/chart/echarts.ts",
  "monaco-editor": "elements/editor/monaco.ts",
};
const MOST_LINES = 250;

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : /\.tsx?$/.test(entry.name) ? [join(folder, entry.name)] : []);
}

function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((found) => found[1] ?? "");
}

const all = files("src").filter((file) => !file.endsWith(".test.ts"));
const parts = (file: string) => relative("src", file).split("/");
const layerOf = (file: string) => (parts(file)[0] ?? "").replace(/\.tsx?$/, "");

describe("imports", () => {
  it("go one way: api, elements, pages", () => {
    for (const file of all) {
      const allowed = ALLOWED[layerOf(file)];
      if (!allowed) continue;
      for (const path of importsOf(readFileSync(file, "utf8")).filter((one) => one.startsWith("."))) {
        const target = normalize(join(dirname(file), path));
        expect(allowed, `${file} imports ${path}`).toContain(layerOf(target));
        if (layerOf(file) === "pages" && layerOf(target) === "pages") {
          expect(parts(target)[1], `${file} imports another page: ${path}`).toBe(parts(file)[1]);
        }
      }
    }
  });

  it("reach ECharts and Monaco through one door each", () => {
    for (const file of all) {
      for (const path of importsOf(readFileSync(file, "utf8"))) {
        const name = Object.keys(DOORS).find((one) => path === one || path.startsWith(`${one}/`));
        if (name) expect(relative("src", file), path).toBe(DOORS[name]);
      }
    }
  });
});

describe("files", () => {
  it("stay short, begin with their licence and hold no any", () => {
    for (const file of files("src")) {
      const text = readFileSync(file, "utf8");
      expect(text.split("\n").length - 1, file).toBeLessThanOrEqual(MOST_LINES);
      expect(text.startsWith("// SPDX-License-Identifier: Apache-2.0\n"), file).toBe(true);
      if (!file.endsWith(".test.ts")) expect(/[:<]\s*any\b/.test(text), file).toBe(false);
    }
  });
});

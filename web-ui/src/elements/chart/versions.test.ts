// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

describe("ECharts", () => {
  it("has one version: the webjar that is drawn with, the types, the alias", () => {
    const pom = readFileSync("pom.xml", "utf8");
    const config = readFileSync("vite.config.ts", "utf8");
    for (const name of ["echarts", "zrender"]) {
      const version = new RegExp(`<${name}\\.version>([^<]+)<`).exec(pom)?.[1] ?? "";
      expect(config).toContain(`webjar("${name}", "${version}")`);
      const types = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")) as { version: string };
      expect(types.version).toBe(version);
      expect(existsSync(`target/webjars/META-INF/resources/_static/${name}/${version}/package.json`)).toBe(true);
    }
  });
});

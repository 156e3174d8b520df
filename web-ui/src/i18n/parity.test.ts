// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import en from "./en.json";
import zh from "./zh.json";

type Texts = { [key: string]: string | Texts };

function flat(texts: Texts, prefix = ""): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === "string") all.set(prefix + key, value);
    else for (const [name, text] of flat(value, `${prefix}${key}.`)) all.set(name, text);
  }
  return all;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sources(join(folder, entry.name)) : [join(folder, entry.name)]);
}

const english = flat(en);
const chinese = flat(zh);
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((hole) => hole[1]).sort();

describe("the texts", () => {
  it("have the same keys in both languages", () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("have the same placeholders in both languages", () => {
    for (const [key, text] of english) expect(holes(chinese.get(key) ?? ""), key).toEqual(holes(text));
  });

  it("are punctuated as Chinese is", () => {
    for (const [key, text] of chinese) expect(/[\u3400-\u9fff][,;:!?()]|[,;()][\u3400-\u9fff]/.test(text), `${key}: ${text}`).toBe(false);
  });

  it("are all there: no page asks for a key that does not exist", () => {
    const known = (key: string) => english.has(key) || english.has(`${key}_other`);
    for (const file of sources("src").filter((name) => /(?<!test)\.tsx?$/.test(name))) {
      const text = readFileSync(file, "utf8");
      for (const call of text.matchAll(/\bt\(\s*"([\w.]+)"/g)) expect(known(call[1] ?? ""), `${file}: ${call[1]}`).toBe(true);
      for (const call of text.matchAll(/\bt\(\s*\w[^"`()]*\? "([\w.]+)" : "([\w.]+)"/g)) {
        expect(known(call[1] ?? "") && known(call[2] ?? ""), `${file}: ${call[0]}`).toBe(true);
      }
    }
  });

  it("hold no text that nothing uses", () => {
    const code = sources("src").filter((name) => /(?<!test)\.tsx?$/.test(name)).map((name) => readFileSync(name, "utf8")).join("\n");
    for (const key of english.keys()) {
      const plain = key.replace(/_(one|other)$/, "");
      const family = plain.slice(0, plain.lastIndexOf(".") + 1);
      expect(code.includes(`"${plain}"`) || code.includes(`\`${family}\${`), key).toBe(true);
    }
  });
});

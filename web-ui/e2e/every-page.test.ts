// SPDX-License-Identifier: Apache-2.0
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, type Look, open, replaceCode, screenshot, signIn, violations } from "./browser";

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});

afterAll(async () => browser?.close());

type Visit = { name: string; path: string; ready: (page: Page) => Promise<void> };
const heading = (page: Page) => page.getByRole("heading", { level: 1 }).waitFor();
const canvas = (page: Page) => page.locator("canvas").first().waitFor({ timeout: 40_000 });
const code = (page: Page) => page.locator(".monaco-editor .view-line").first().waitFor({ timeout: 40_000 });

const VISITS: Visit[] = [
  { name: "overview", path: "/", ready: canvas },
  { name: "alerts", path: "/alerts?state=all", ready: heading },
  { name: "rules", path: "/rules", ready: heading },
  { name: "modules", path: "/modules", ready: heading },
  { name: "module", path: "/modules/new", ready: code },
  { name: "algorithms", path: "/algorithms", ready: heading },
  { name: "algorithm", path: "/algorithms/new", ready: code },
  { name: "compare", path: "/algorithms/compare?metric=host.cpu.usage_ratio&last=6h", ready: canvas },
  { name: "gallery", path: "/rules?new=1", ready: (page) => page.getByRole("dialog").waitFor() },
  { name: "editor", path: "/rules/new?from=cpu-high", ready: code },
  { name: "parameters", path: "/rules/new?from=cpu-high&tab=parameters", ready: code },
  { name: "metrics", path: "/explore", ready: heading },
  { name: "catalogue", path: "/catalogue?q=host.cpu", ready: (page) => page.getByRole("table").waitFor() },
  { name: "metric", path: "/catalogue?metric=host.cpu.usage_ratio", ready: canvas },
  { name: "explore", path: "/explore?metric=host.cpu.core.usage_ratio&by=core&last=15m", ready: canvas },
  { name: "entities", path: "/entities", ready: heading },
  { name: "graph", path: "/entities?view=graph", ready: heading },
  { name: "discovery", path: "/entities?view=discovery", ready: (page) => page.getByRole("button", { name: /^(Save|保存)$/ }).waitFor() },
  { name: "sources", path: "/sources", ready: heading },
  { name: "notifications", path: "/notifications", ready: heading },
  { name: "settings", path: "/settings", ready: heading },
  { name: "no-such-page", path: "/nowhere", ready: (page) => page.locator("main").getByRole("link").waitFor() },
];
/** Pages of things that earlier tests left behind, if there are any. */
async function ofThisServer(page: Page): Promise<Visit[]> {
  const [alert, rule, entity] = await page.evaluate(() => Promise.all(["alerts", "rules", "entities"].map(async (things) => {
    const answer = (await (await fetch(`/api/v1/${things}`)).json()) as { items: { id: string }[] };
    return answer.items[0]?.id;
  })));
  return [
    ...(alert === undefined ? [] : [{ name: "alert", path: `/alerts/${alert}`, ready: canvas }]),
    ...(rule === undefined ? [] : [{ name: "ledger", path: `/rules/${rule}?tab=evaluations`, ready: code }]),
    ...(entity === undefined ? [] : [{ name: "entity", path: `/entities/${encodeURIComponent(entity)}`, ready: heading }]),
  ];
}

const LOOKS: Look[] = [
  { scheme: "dark", language: "en", width: 1360 },
  { scheme: "light", language: "zh", width: 1360 },
  { scheme: "light", language: "en", width: 390 },
  { scheme: "dark", language: "zh", width: 390 },
];

describe.each(LOOKS)("in $scheme, $language, $width px", (look) => {
  it("every page is accessible, fits, and complains about nothing", async () => {
    const { page, complaints, context } = await open(browser, look);
    const suffix = `${look.scheme}-${look.language}-${look.width}`;
    await page.goto("/sign-in");
    await heading(page);
    const found: string[] = (await violations(page)).map((one) => `sign-in ${one}`);
    await screenshot(page, `sign-in-${suffix}`);
    await signIn(page);
    for (const visit of [...VISITS, ...(await ofThisServer(page))]) {
      await page.goto(visit.path);
      await visit.ready(page);
      await page.waitForLoadState("networkidle").catch(() => undefined);
      await screenshot(page, `${visit.name}-${suffix}`);
      found.push(...(await violations(page)).map((one) => `${visit.name} ${one}`));
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) found.push(`${visit.name} is ${over} px too wide`);
    }
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

it("the keyboard goes everywhere", async () => {
  const { page, context } = await open(browser);
  await signIn(page);
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("ControlOrMeta+K");
  await page.getByRole("combobox").fill("host.cpu.usage");
  await page.getByRole("option", { name: /host.cpu.usage_ratio/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/explore\?metric=host.cpu.usage_ratio/);
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("g");
  await page.keyboard.press("s");
  await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  await context.close();
});

it("two people who save the same rule lose nothing", async () => {
  const id = `e2e-both-${Date.now().toString(36)}`;
  const source = (every: string) => `import { rule } from "sextant";\n
export default rule({ id: "${id}", title: "Both", every: "${every}", evaluate() { return []; } });\n`;
  const one = await open(browser);
  await signIn(one.page);
  await one.page.goto("/rules/new");
  await code(one.page);
  await replaceCode(one.page, source("1h"));
  await one.page.keyboard.press("ControlOrMeta+S");
  await one.page.waitForURL(new RegExp(`/rules/${id}`));

  const other = await open(browser);
  await signIn(other.page);
  await other.page.goto(`/rules/${id}`);
  await code(other.page);
  await replaceCode(other.page, source("2h"));
  await other.page.keyboard.press("ControlOrMeta+S");
  await other.page.getByText("saved as version 2").waitFor();

  await replaceCode(one.page, source("3h"));
  await one.page.keyboard.press("ControlOrMeta+S");
  await one.page.getByText("Somebody else saved version 2").waitFor();
  expect(await one.page.locator(".monaco-editor").first().textContent()).toContain("3h");
  await one.page.getByRole("button", { name: "Save mine over it" }).click();
  await one.page.getByText("saved as version 3").waitFor();

  await replaceCode(other.page, source("4h"));
  await other.page.keyboard.press("ControlOrMeta+S");
  await other.page.getByText("Somebody else saved version 3").waitFor();
  await other.page.getByRole("button", { name: "Discard mine, load theirs" }).click();
  await other.page.locator(".monaco-editor .view-lines").getByText("3h").first().waitFor();

  await one.page.goto("/rules");
  await one.page.getByRole("button", { name: "Delete Both" }).click();
  await one.page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await one.page.getByText(`${id} was deleted`).waitFor();
  await one.context.close();
  await other.context.close();
});

// SPDX-License-Identifier: Apache-2.0
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launch, open, screenshot, signIn } from "./browser";

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});

afterAll(async () => browser?.close());

it("The second tenant signs in and finds nothing of the first", async () => {
  const first = await open(browser);
  await signIn(first.page);
  await first.page.getByRole("img", { name: /CPU per core/ }).waitFor({ timeout: 40_000 });
  const id = `e2e-${Date.now().toString(36)}`;
  const { account, password } = await makeTenant(first.page, id);
  const rule = await makeRule(first.page, id);

  const second = await open(browser);
  await signIn(second.page, account, password);
  await findsNothing(second.page);
  await screenshot(second.page, "second-tenant");
  const answers = await second.page.evaluate(async (path) => {
    const query = { method: "POST", headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ metric: "host.cpu.usage_ratio", last: "1h" }) };
    const responses = await Promise.all([fetch(path), fetch("/api/v1/query", query), fetch("/api/v1/tenants")]);
    return responses.map((response) => response.status);
  }, `/api/v1/rules/${rule}`);
  expect(answers.slice(0, 2)).toEqual([404, 404]);
  expect([403, 404]).toContain(answers[2]);

  await removeRule(first.page, rule);
  expect([...first.complaints, ...second.complaints]).toEqual([]);
});

async function makeTenant(page: Page, id: string): Promise<{ account: string; password: string }> {
  const account = `owner-${id}`;
  await page.goto("/settings");
  await page.getByLabel("Id", { exact: true }).fill(id);
  await page.getByRole("textbox", { name: "Name" }).last().fill(`Tenant ${id}`);
  await page.getByLabel("Account of the owner").fill(account);
  await page.getByRole("button", { name: "Create tenant" }).click();
  const password = await page.getByTestId("secret").textContent();
  return { account, password: password ?? "" };
}

async function makeRule(page: Page, id: string): Promise<string> {
  const status = await page.evaluate(async (name) => {
    const source = `import { rule } from "sextant";
export default rule({ id: "${name}", every: "1h", evaluate() { return []; } });`;
    const response = await fetch("/api/v1/rules", { method: "POST", headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ source, language: "javascript", parameters: {}, enabled: false }) });
    return response.status;
  }, id);
  expect(status).toBe(201);
  return id;
}

async function removeRule(page: Page, id: string): Promise<void> {
  const status = await page.evaluate(async (name) => {
    const response = await fetch(`/api/v1/rules/${name}`, { method: "DELETE", headers: { "If-Match": '"1"' } });
    return response.status;
  }, id);
  expect(status).toBe(204);
}

async function findsNothing(page: Page): Promise<void> {
  await page.getByText("No series yet").waitFor();
  for (const [path, text] of [
    ["/rules", "No rules yet"], ["/alerts?state=all", "No alerts yet"], ["/explore", "No metrics yet"],
    ["/notifications", "No channels yet"], ["/settings", "No tokens yet"],
  ] as const) {
    await page.goto(path);
    await page.getByText(text).waitFor();
  }
}

// SPDX-License-Identifier: Apache-2.0
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launch, open, signIn, violations } from "./browser";

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});

afterAll(async () => browser?.close());

const word = Date.now().toString(36);
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name }).waitFor();

async function add(page: Page, type: string, labels: string, name: string): Promise<void> {
  await page.goto("/entities");
  await page.getByRole("button", { name: "Add entity" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Type").fill(type);
  await dialog.getByLabel("Labels").fill(labels);
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Add entity" }).click();
  await dialog.waitFor({ state: "detached" });
}

it("an entity is added, related, worked on, drawn, and ended", async () => {
  const { page, complaints, context } = await open(browser);
  await signIn(page);
  await add(page, "flow", `flow=${word}`, `Checkout ${word}`);
  await add(page, "queue", `queue=${word}`, `Orders ${word}`);

  await page.getByLabel("Name or id").fill(`Checkout ${word}`);
  await page.getByRole("link", { name: `Checkout ${word}` }).click();
  await heading(page, `Checkout ${word}`);
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByLabel("Owners").first().fill("ada");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("definition").filter({ hasText: /^ada$/ }).waitFor();

  await page.getByRole("button", { name: "Add relation" }).click();
  await page.getByLabel("Relation").first().fill("calls");
  await page.getByLabel("To", { exact: true }).first().fill(`queue=${word}`);
  await page.getByRole("option", { name: `queue:queue=${word}` }).click();
  await page.getByRole("button", { name: "Add relation" }).click();
  await page.getByRole("button", { name: `End calls queue:queue=${word}` }).waitFor();

  await page.getByRole("button", { name: "Add change" }).click();
  await page.getByLabel("Text", { exact: true }).fill("4.2");
  await page.getByRole("button", { name: "Add change" }).click();
  await page.getByText("deployment").waitFor();
  await page.getByRole("button", { name: "Announce" }).click();
  await page.getByLabel("Until", { exact: true }).fill("2026-13-01 10:00");
  await page.getByLabel("Reason").fill("new disks");
  await page.getByText("A time such as").waitFor();
  await page.getByLabel("Until", { exact: true }).fill("2040-01-31 10:00");
  await page.getByRole("button", { name: "Announce" }).click();
  await page.getByText("new disks").waitFor();
  await page.getByRole("button", { name: "End now" }).click();
  await page.getByText("None is announced.").waitFor();
  expect(await violations(page)).toEqual([]);

  await page.goto("/entities?view=graph");
  await page.getByRole("link", { name: new RegExp(`Checkout ${word}`) }).focus();
  await page.locator("svg text", { hasText: "calls" }).waitFor();
  await page.keyboard.press("Enter");
  await heading(page, `Checkout ${word}`);

  await page.getByRole("button", { name: "End entity" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "End entity" }).click();
  await page.getByText(`Checkout ${word} has ended`).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

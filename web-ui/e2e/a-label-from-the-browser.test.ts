// SPDX-License-Identifier: Apache-2.0
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launch, open, screenshot, signIn, violations } from "./browser";

const METRIC = "host.load.average";
const NAME = `own/e2e-${Date.now().toString(36)}`;

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});

afterAll(async () => browser?.close());

it("incidents are labelled on a chart, and detectors are compared on them", async () => {
  const { page, complaints, context } = await open(browser);
  await signIn(page);
  await registersADetector(page);
  await labelsByDragging(page);
  await labelsByTheKeyboard(page);
  await compares(page);
  await takesBack(page);
  expect(complaints).toEqual([]);
  await context.close();
});

async function registersADetector(page: Page): Promise<void> {
  await page.goto("/algorithms/new");
  await page.locator(".monaco-editor .view-line").first().waitFor({ timeout: 40_000 });
  await page.getByLabel("Name").fill(NAME.slice("own/".length));
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByTestId("algorithm-tests").getByText("passed").waitFor({ timeout: 40_000 });
}

async function labelsByDragging(page: Page): Promise<void> {
  await page.goto(`/catalogue?metric=${METRIC}`);
  const chart = page.locator("canvas").first();
  await chart.waitFor({ timeout: 40_000 });
  const box = await chart.boundingBox();
  if (box === null) throw new Error("the chart is not drawn");
  const at = (share: number) => [box.x + share * box.width, box.y + box.height / 2] as const;
  await page.mouse.move(...at(0.6));
  await page.mouse.down();
  await page.mouse.move(...at(0.7), { steps: 4 });
  await page.mouse.move(...at(0.8), { steps: 4 });
  await page.mouse.up();
  const dialog = page.getByRole("dialog", { name: "Label an incident" });
  await dialog.getByLabel("Note").fill("the nightly backup");
  await dialog.getByText("Noise").click();
  await screenshot(page, "label-form");
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Label", exact: true }).click();
  await page.getByTestId("labels").getByText("the nightly backup").waitFor();
}

async function labelsByTheKeyboard(page: Page): Promise<void> {
  await page.getByRole("application", { name: new RegExp(METRIC) }).focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Shift+PageUp");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Label an incident" }).getByLabel("Note").fill("it was down");
  await page.keyboard.press("Enter");
  await page.getByTestId("labels").getByText("it was down").waitFor();
  await screenshot(page, "labels");
}

async function compares(page: Page): Promise<void> {
  await page.goto(`/algorithms/compare?metric=${METRIC}&last=6h`);
  await page.getByTestId("labels").getByText("it was down").waitFor();
  await page.getByRole("button", { name: "Compare" }).click();
  const table = page.getByRole("table", { name: "Result" });
  await table.getByText(`${NAME}@1`).waitFor({ timeout: 40_000 });
  await table.getByText("anomaly.auto").waitFor();
  await screenshot(page, "comparison");
}

async function takesBack(page: Page): Promise<void> {
  await page.getByRole("button", { name: /Take back the label/ }).first().click();
  await page.getByTestId("labels").getByRole("listitem").nth(1).waitFor({ state: "detached" });
  await page.goto(`/algorithms/${NAME}`);
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByText("No rule needs it for that.").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await page.getByText(`${NAME} was deleted`).waitFor();
}

// SPDX-License-Identifier: Apache-2.0
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it, vi } from "vitest";
import { launch, open, Receiver, replaceCode, screenshot, signIn } from "./browser";

const WITHIN_MILLIS = 120_000;
const ID = `e2e-cpu-${Date.now().toString(36)}`;
const RULE = `import { rule, p, fire, clear } from "sextant";

export default rule({
  id: "${ID}",
  title: { en: "CPU above the test's limit", zh: "CPU 超过测试阈值" },
  every: "5s",
  needs: ["metrics:read:host.cpu.*"],
  params: { limit: p.number(0.0001, { min: 0, max: 100, title: { en: "Limit" } }) },
  fire: { for: "10s", clearBelow: 0.9 },

  evaluate({ params, data }) {
    return data.metric("host.cpu.usage_ratio").by("host").last("1m").avg().judge((s) => {
      const score = s.value / params.limit;
      return score < 1 ? clear(s, { score }) : fire(s, {
        score,
        severity: "critical",
        reason: { en: \`This test saw \${(s.value * 100).toFixed(1)} %\` },
        evidence: [s.chart({ title: "CPU", unit: "ratio", around: "15m", line: params.limit })],
      });
    });
  },
});
`;

let browser: Browser;
let receiver: Receiver;

beforeAll(async () => {
  browser = await launch();
  receiver = await Receiver.start();
});

afterAll(async () => {
  await browser?.close();
  await receiver?.stop();
});

it("A rule from the browser: from a real metric to a firing alert, a webhook, and back", async () => {
  const { page, complaints, context } = await open(browser);

  await refusesAWrongPassword(page);
  await signIn(page);
  await showsLiveCharts(page);
  await addsTheWebhook(page);
  await opensTheEditorFromTheGallery(page);
  await completes(page);
  await dryRuns(page);
  await savesAndIsEvaluated(page);
  await fires(page);
  await resolves(page);

  expect(complaints).toEqual([]);
  await context.close();
}, WITHIN_MILLIS);

async function refusesAWrongPassword(page: Page): Promise<void> {
  await page.goto("/rules");
  await page.waitForURL(/sign-in\?next=/);
  await page.getByLabel("Account").fill(inject("account"));
  await page.getByLabel("Password", { exact: true }).fill("certainly-not-this");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("alert").getByText("do not match").waitFor();
}

async function showsLiveCharts(page: Page): Promise<void> {
  const chart = page.getByRole("img", { name: /CPU per core/ });
  await chart.waitFor({ timeout: 40_000 });
  await page.getByText(/^\d+(\.\d+)? %$/).first().waitFor();
  expect(await chart.locator("canvas").evaluate((canvas) => (canvas as HTMLCanvasElement).width)).toBeGreaterThan(200);
  await screenshot(page, "overview-live");
}

async function addsTheWebhook(page: Page): Promise<void> {
  await page.goto("/notifications");
  await page.getByRole("button", { name: "Add webhook" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(ID);
  await dialog.getByLabel("Address").fill(receiver.url);
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  const row = page.getByRole("row", { name: new RegExp(ID) }).first();
  await row.getByRole("button", { name: "Send test" }).click();
  await expect.poll(() => receiver.messages.length, { timeout: 30_000 }).toBe(1);
}

async function opensTheEditorFromTheGallery(page: Page): Promise<void> {
  await page.keyboard.press("g");
  await page.keyboard.press("r");
  await page.getByRole("heading", { level: 1, name: "Rules" }).waitFor();
  await page.getByRole("button", { name: "New rule" }).first().click();
  await page.getByRole("dialog").getByRole("link", { name: /CPU is busy/ }).click();
  await page.locator(".monaco-editor .view-line").first().waitFor({ timeout: 30_000 });
  await page.getByTestId("verdicts").waitFor({ timeout: 30_000 });
}

async function completes(page: Page): Promise<void> {
  await page.locator(".monaco-editor .view-lines").click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("p.");
  await suggests(page, "percent");
  await page.keyboard.press("Escape");
  await page.keyboard.type('x; metric("host.cpu.', { delay: 50 });
  await suggests(page, "host.cpu.usage_ratio");
  await page.locator(".monaco-editor .view-lines").getByText('p.x; metric("host.cpu.').waitFor();
  await screenshot(page, "editor-completion");
  await page.keyboard.press("Escape");
}

/** Asks for suggestions as people do, again when the editor was still busy with the keys before. */
async function suggests(page: Page, text: string): Promise<void> {
  const suggestion = page.locator(".suggest-widget.visible").getByText(text).first();
  await vi.waitFor(async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+Space");
    await suggestion.waitFor({ timeout: 3_000 });
  }, { timeout: 30_000 });
}

async function dryRuns(page: Page): Promise<void> {
  await replaceCode(page, RULE.replace("rule({", "rule({{"));
  await page.getByRole("list", { name: "Problems" }).waitFor({ timeout: 40_000 });
  await page.locator(".monaco-editor .squiggly-error").first().waitFor();
  await replaceCode(page, RULE);
  await page.getByTestId("verdicts").getByText(/This test saw/).waitFor({ timeout: 20_000 });
  await page.getByTestId("verdicts").getByText("Critical").waitFor();
  await page.getByRole("list", { name: "Problems" }).waitFor({ state: "detached" });
  await page.getByRole("img", { name: /CPU/ }).locator("canvas").waitFor();
  await page.getByTestId("run-summary").getByText("Completed").waitFor();
  await screenshot(page, "editor-dry-run");
}

async function savesAndIsEvaluated(page: Page): Promise<void> {
  await page.keyboard.press("ControlOrMeta+S");
  await page.waitForURL(new RegExp(`/rules/${ID}`), { timeout: 30_000 });
  await page.getByTestId("evaluations").getByText("Completed").first().waitFor({ timeout: 30_000 });
}

async function fires(page: Page): Promise<void> {
  await page.goto(`/alerts?state=all&rule=${ID}`);
  await page.getByRole("row", { name: /CPU above the test's limit/ }).getByText(/Pending|Firing/).waitFor({ timeout: 30_000 });
  await page.getByRole("link", { name: /CPU above the test's limit/ }).click();
  await page.getByTestId("timeline").getByText("Firing").waitFor({ timeout: 40_000 });
  await page.getByTestId("timeline").getByText("Pending").waitFor();
  const message = await receiver.until(ID, "firing", 20_000);
  expect(message).toMatchObject({ version: 1, alert: { severity: "critical" } });
  expect(message.link).toContain("/alerts/");
  await page.getByRole("img", { name: /CPU/ }).locator("canvas").waitFor();
  await screenshot(page, "alert-firing");
  await page.getByRole("button", { name: "Noise" }).click();
  await page.getByText("Labelled:").getByText("host.cpu.usage_ratio").waitFor();
}

async function resolves(page: Page): Promise<void> {
  const alert = page.url();
  await page.getByRole("link", { name: "Open the rule" }).click();
  await page.getByRole("tab", { name: "Parameters" }).click();
  await page.getByLabel("Limit", { exact: true }).fill("100");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("saved as version 2").waitFor();
  await page.goto(alert);
  await page.getByTestId("timeline").getByText("Resolved").waitFor({ timeout: 30_000 });
  await receiver.until(ID, "resolved", 20_000);
  expect(new Set(receiver.deliveries).size).toBe(receiver.deliveries.length);
  await screenshot(page, "alert-resolved");
}

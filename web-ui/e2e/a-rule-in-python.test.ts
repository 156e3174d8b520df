// SPDX-License-Identifier: Apache-2.0
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { launch, open, replaceCode, screenshot, signIn, violations } from "./browser";

const WITHIN_MILLIS = 180_000;
const ID = `e2e-python-${Date.now().toString(36)}`;
const RULE = `from sextant import rule, P, fire, clear

@rule(id="${ID}", title=dict(en="CPU in Python", zh="Python 规则"), every="5s",
      needs=["metrics:read:host.cpu.*"], fire=dict(for_="5s"))
def evaluate(ctx, limit=P.number(0.0001, min=0, max=100)):
    ctx.state["slots"] = ctx.state.get("slots", 0) + 1
    for s in ctx.data.metric("host.cpu.usage_ratio").by("host").last("1m").avg():
        if s.value > limit:
            yield fire(s, severity="critical", reason=f"Python saw {s.value:.1%}",
                       evidence=[s.chart(title="CPU", unit="ratio", around="15m", line=limit)])
        else:
            yield clear(s)
`;

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
});

it("A rule in Python: written, completed, corrected, tested, saved, firing", async () => {
  const { page, complaints, context } = await open(browser);

  await signIn(page);
  await startsInPython(page);
  await completes(page);
  await showsAMistakeAtItsLine(page);
  await runs(page);
  await isTested(page);
  await isSaved(page);
  await remembers(page);
  await fires(page);

  expect(complaints).toEqual([]);
  await context.close();
}, WITHIN_MILLIS);

async function startsInPython(page: Page): Promise<void> {
  await page.goto("/rules?new=1");
  await page.getByRole("dialog").getByRole("link", { name: "Blank rule in Python" }).click();
  await page.locator(".monaco-editor .view-line").first().waitFor({ timeout: 30_000 });
  await page.locator(".monaco-editor .mtk1, .monaco-editor .view-line").getByText("def").first().waitFor();
}

async function completes(page: Page): Promise<void> {
  await replaceCode(page, `${RULE}\n    ctx.data`);
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(".");
  const metric = page.locator(".suggest-widget.visible").getByText("metric", { exact: true }).first();
  await vi.waitFor(async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+Space");
    await metric.waitFor({ timeout: 3_000 });
  }, { timeout: 30_000 });
  await screenshot(page, "python-completion");
  await page.keyboard.press("Escape");
}

async function showsAMistakeAtItsLine(page: Page): Promise<void> {
  await replaceCode(page, RULE.replace('every="5s"', 'evry="5s"'));
  const problem = page.getByRole("list", { name: "Problems" }).getByText(/no field evry; did you mean every\?/);
  await problem.waitFor({ timeout: 60_000 });
  await page.locator(".monaco-editor .squiggly-error").first().waitFor();
  await screenshot(page, "python-mistake");
}

async function runs(page: Page): Promise<void> {
  await replaceCode(page, RULE);
  await page.getByTestId("verdicts").getByText(/Python saw/).waitFor({ timeout: 40_000 });
  await page.getByTestId("run-summary").getByText("Completed").waitFor();
  await screenshot(page, "python-dry-run");
}

async function isTested(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "Tests" }).click();
  await page.getByRole("button", { name: "Write a test" }).click();
  await page.getByRole("button", { name: "Run tests" }).click();
  const results = page.getByTestId("test-results");
  await results.getByText("Failed").first().waitFor({ timeout: 60_000 });
  await results.getByText(/seen: 00:0/).first().waitFor();
  await screenshot(page, "python-tests");
  expect(await violations(page)).toEqual([]);
  // A rule whose tests fail is saved switched off: this one goes on without.
  await page.getByRole("tabpanel", { name: "Tests" }).locator(".monaco-editor .view-line").first().click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("Delete");
  await page.getByText("No tests yet").waitFor();
}

async function isSaved(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(new RegExp(`/rules/${ID}`), { timeout: 30_000 });
  await page.getByTestId("evaluations").getByText("Completed").first().waitFor({ timeout: 30_000 });
}

async function remembers(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "State" }).click();
  await page.getByTestId("rule-state").getByText(/of 16.4 k bytes/).waitFor();
  await page.getByTestId("rule-state").getByText(/"slots": \d+/).waitFor({ timeout: 20_000 });
  await screenshot(page, "rule-state");
}

async function fires(page: Page): Promise<void> {
  await page.goto(`/alerts?state=all&rule=${ID}`);
  await page.getByRole("link", { name: /CPU in Python/ }).click();
  await page.getByTestId("timeline").getByText("Firing").waitFor({ timeout: 40_000 });
  await page.getByText(/Python saw/).first().waitFor();
  await screenshot(page, "python-firing");
}

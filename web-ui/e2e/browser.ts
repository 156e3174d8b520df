// SPDX-License-Identifier: Apache-2.0
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { expect, inject } from "vitest";

const CHROMIUM = process.env["SEXTANT_CHROMIUM"] ?? "/usr/bin/chromium";
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const SCREENSHOTS = "target/screenshots";

export type Look = { scheme: "dark" | "light"; language: "en" | "zh"; width: number };
export const DARK: Look = { scheme: "dark", language: "en", width: 1360 };

export function launch(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) throw new Error(`no ${CHROMIUM}: apt-get install chromium, or name one in SEXTANT_CHROMIUM`);
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/** A page with a fresh profile; `complaints` collects what the console says about errors and the page's policy. */
export async function open(browser: Browser, look: Look = DARK) {
  const context = await browser.newContext({
    baseURL: inject("url"),
    viewport: { width: look.width, height: look.width < 500 ? 844 : 820 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await context.addInitScript(({ scheme, language }: Look) => {
    if (localStorage.getItem("sextant.language") !== null) return;
    localStorage.setItem("mantine-color-scheme-value", scheme);
    localStorage.setItem("sextant.language", language);
  }, look);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`page error: ${error.message}`));
  page.on("console", (message) => {
    // Chromium reports each status of 400 and above as an error; refused calls are part of what is tested.
    const isStatus = /Failed to load resource: the server responded with a status of/.test(message.text());
    if (message.type() === "error" && !isStatus) complaints.push(`console: ${message.text()}`);
  });
  return { context, page, complaints };
}

export async function signIn(page: Page, account = inject("account"), password = inject("password")): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel(/^(Account|账号)$/).fill(account);
  await page.getByLabel(/^(Password|密码)$/).fill(password);
  await page.getByRole("button", { name: /^(Sign in|登录)$/ }).click();
  await page.getByRole("heading", { level: 1, name: /^(Overview|总览)$/ }).waitFor();
}

export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: `${SCREENSHOTS}/${name}.png` });
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What breaks WCAG 2.1 A or AA on the page as it stands. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    type Found = { id: string; nodes: { html: string; failureSummary?: string }[] };
    const { axe: scanner } = window as unknown as {
      axe: { run: (context: Document, options: object) => Promise<{ violations: Found[] }> };
    };
    const found = await scanner.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`));
  });
}

/** Puts a text in the place of all that the code editor holds. */
export async function replaceCode(page: Page, text: string): Promise<void> {
  await page.evaluate((source) => navigator.clipboard.writeText(source), text);
  await page.locator(".monaco-editor .view-lines").click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("ControlOrMeta+V");
}

export type Message = {
  version: number;
  status: string;
  alert: { rule: { id: string }; labels: Record<string, string>; severity: string };
  link: string;
};

/** A webhook's other end: a real HTTP server that keeps what it is sent. */
export class Receiver {
  readonly messages: Message[] = [];
  readonly deliveries: string[] = [];
  private constructor(private readonly server: Server) {}

  static async start(): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on("request", (request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => {
        body += chunk.toString("utf8");
      });
      request.on("end", () => {
        receiver.messages.push(JSON.parse(body) as Message);
        receiver.deliveries.push(String(request.headers["sextant-delivery"]));
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hooks/sextant`;
  }

  of(rule: string, status: string): Message[] {
    return this.messages.filter((message) => message.status === status && message.alert?.rule?.id === rule);
  }

  async until(rule: string, status: string, timeout: number): Promise<Message> {
    await expect.poll(() => this.of(rule, status).length, { timeout, interval: 200 }).toBeGreaterThan(0);
    const message = this.of(rule, status)[0];
    if (!message) throw new Error(`no ${status} message of ${rule}`);
    return message;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.server.closeAllConnections();
      this.server.close(() => resolve());
    });
  }
}

export async function close(...contexts: (BrowserContext | undefined)[]): Promise<void> {
  for (const context of contexts) await context?.close();
}

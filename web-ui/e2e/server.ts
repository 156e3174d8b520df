// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    url: string;
    account: string;
    password: string;
  }
}

const LAUNCHER = fileURLToPath(new URL("../../sextant", import.meta.url));
const READY_WITHIN_MILLIS = 180_000;
const STOPPED_WITHIN_MILLIS = 20_000;

/**
 * The server under test: the one of SEXTANT_URL, SEXTANT_ACCOUNT and SEXTANT_PASSWORD, or else a fresh one that
 * `./sextant up` starts on an empty data folder; its first sign-in is read from what it prints.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const { SEXTANT_URL: url, SEXTANT_ACCOUNT: account, SEXTANT_PASSWORD: password } = process.env;
  if (url !== undefined) {
    provide(project, url, account ?? "admin", password ?? "");
    return undefined;
  }
  const port = await freePort();
  const data = await mkdtemp(join(tmpdir(), "sextant-e2e-"));
  const child = spawn(LAUNCHER, ["up", "--port", String(port), "--data", data], { stdio: ["ignore", "pipe", "pipe"] });
  const stop = async () => {
    await end(child);
    await rm(data, { recursive: true, force: true });
  };
  try {
    const said = collect(child);
    const address = `http://127.0.0.1:${port}`;
    await ready(address, child, said);
    const signIn = firstSignIn(said());
    provide(project, address, signIn.account, signIn.password);
  } catch (failure) {
    await stop();
    throw failure;
  }
  return stop;
}

function provide(project: TestProject, url: string, account: string, password: string): void {
  project.provide("url", url.replace(/\/$/, ""));
  project.provide("account", account);
  project.provide("password", password);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

function collect(child: ChildProcess): () => string {
  let said = "";
  const take = (chunk: Buffer) => {
    said += chunk.toString("utf8");
  };
  child.stdout?.on("data", take);
  child.stderr?.on("data", take);
  return () => said;
}

async function ready(url: string, child: ChildProcess, said: () => string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MILLIS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`./sextant up ended with ${child.exitCode}:\n${said().slice(-3000)}`);
    const answer = await fetch(`${url}/q/health/ready`).catch(() => null);
    if (answer?.ok && /password/i.test(said())) return;
    await pause(250);
  }
  throw new Error(`Sextant was not ready within ${READY_WITHIN_MILLIS / 1000} s:\n${said().slice(-3000)}`);
}

/** "account  admin" and "password  …" in the output of the first start. */
function firstSignIn(said: string): { account: string; password: string } {
  const account = /\baccount\b["':=\s]+([^\s,"']+)/i.exec(said)?.[1];
  const password = /\bpassword\b["':=\s]+([^\s,"']+)/i.exec(said)?.[1];
  if (account === undefined || password === undefined) throw new Error(`no first sign-in in:\n${said.slice(-3000)}`);
  return { account, password };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await Promise.race([exited, pause(STOPPED_WITHIN_MILLIS)]);
  if (child.exitCode === null) child.kill("SIGKILL");
}

// SPDX-License-Identifier: Apache-2.0
import type { TestAnswer } from "./types";

type Extra = { line?: number; column?: number; retryAfterSeconds?: number; testRun?: TestAnswer };

/** What went wrong with a call, in one shape: problem JSON, an unreadable answer, or no answer at all. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly extra: Extra = {},
  ) {
    super(detail || code);
    this.name = "Problem";
  }
}

/** Status 0: the server did not answer. */
export function unreachable(): Problem {
  return new Problem(0, "unreachable", "");
}

export async function problemOf(response: Response): Promise<Problem> {
  const body = await readObject(response);
  const retryAfter = Number(response.headers.get("Retry-After"));
  const extra: Extra = {};
  if (typeof body["line"] === "number") extra.line = body["line"];
  if (typeof body["column"] === "number") extra.column = body["column"];
  if (Number.isFinite(retryAfter) && retryAfter > 0) extra.retryAfterSeconds = retryAfter;
  if (typeof body["testRun"] === "object" && body["testRun"] !== null) extra.testRun = body["testRun"] as TestAnswer;
  const code = typeof body["code"] === "string" ? body["code"] : `status-${response.status}`;
  return new Problem(response.status, code, text(body["detail"]) || text(body["title"]), extra);
}

async function readObject(response: Response): Promise<Record<string, unknown>> {
  const type = response.headers.get("Content-Type") ?? "";
  if (!type.includes("json")) {
    return {};
  }
  const body: unknown = await response.json().catch(() => ({}));
  return typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Keys of texts that say a problem in the reader's language; null when the server's detail says it best. */
export function problemKey(problem: Problem): string | null {
  switch (problem.code) {
    case "wrong-credentials":
      return "problem.wrongCredentials";
    case "locked-out":
      return "problem.lockedOut";
    case "unreachable":
      return "problem.unreachable";
    default:
      break;
  }
  if (problem.detail) return null;
  if (problem.status === 401) return "problem.signedOut";
  if (problem.status === 403) return "problem.forbidden";
  if (problem.status === 404) return "problem.notFound";
  if (problem.status === 412) return "problem.stale";
  if (problem.status === 429) return "problem.tooMany";
  return problem.status >= 500 ? "problem.server" : "problem.other";
}

// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { queryString } from "./client";
import { Problem, problemKey, problemOf, unreachable } from "./problem";

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/problem+json", ...headers } });

describe("problems", () => {
  it("keep code, detail and place of a script", async () => {
    const problem = await problemOf(answer(400, { code: "invalid-rule", detail: "unexpected }", line: 3, column: 9 }));
    expect(problem).toMatchObject({ status: 400, code: "invalid-rule", message: "unexpected }", extra: { line: 3, column: 9 } });
    expect(problemKey(problem)).toBeNull();
  });

  it("know how long a locked account waits", async () => {
    const problem = await problemOf(answer(429, { code: "locked-out" }, { "Retry-After": "300" }));
    expect(problem.extra.retryAfterSeconds).toBe(300);
    expect(problemKey(problem)).toBe("problem.lockedOut");
  });

  it("survive an answer that is not JSON", async () => {
    const problem = await problemOf(new Response("<html>", { status: 502, headers: { "Content-Type": "text/html" } }));
    expect(problem.code).toBe("status-502");
    expect(problemKey(problem)).toBe("problem.server");
  });

  it("speak the reader's language where the server says nothing", () => {
    expect(problemKey(unreachable())).toBe("problem.unreachable");
    expect(problemKey(new Problem(401, "wrong-credentials", "no"))).toBe("problem.wrongCredentials");
    expect(problemKey(new Problem(404, "status-404", ""))).toBe("problem.notFound");
    expect(problemKey(new Problem(412, "status-412", ""))).toBe("problem.stale");
  });
});

describe("query strings", () => {
  it("leave out what is empty", () => {
    expect(queryString({ state: "firing", rule: null, search: "", limit: 5 })).toBe("?state=firing&limit=5");
    expect(queryString({})).toBe("");
  });
});

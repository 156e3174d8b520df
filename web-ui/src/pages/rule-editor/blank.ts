// SPDX-License-Identifier: Apache-2.0

/** What an empty page holds: the smallest rule that looks at something and says so. */
const JAVASCRIPT = `import { rule, p, fire, clear } from "sextant";

export default rule({
  id: "my-rule",
  title: { en: "My rule", zh: "我的规则" },
  every: "10s",
  needs: ["metrics:read:host.*"],
  params: { limit: p.number(0.8, { min: 0, max: 1 }) },
  fire: { for: "30s" },

  evaluate({ params, data }) {
    return data.metric("host.cpu.usage_ratio").by("host").last("1m").avg().judge(s =>
      s.value > params.limit
        ? fire(s.entity, { severity: "warning", value: s.value, reason: \`CPU at \${Math.round(s.value * 100)} %\`,
                           evidence: [s.chart({ title: "CPU", unit: "ratio", around: "15m", line: params.limit })] })
        : clear(s.entity, { value: s.value }));
  },
});
`;

const PYTHON = `from sextant import rule, P, fire, clear


@rule(id="my-rule", title=dict(en="My rule", zh="我的规则"), every="10s",
      needs=["metrics:read:host.*"], fire=dict(for_="30s"))
def evaluate(ctx, limit=P.number(0.8, min=0, max=1)):
    for s in ctx.data.metric("host.cpu.usage_ratio").by("host").last("1m").avg():
        if s.value > limit:
            yield fire(s, severity="warning", reason=f"CPU at {s.value:.0%}",
                       evidence=[s.chart(title="CPU", unit="ratio", around="15m", line=limit)])
        else:
            yield clear(s)
`;

const JAVASCRIPT_TESTS = (id: string) => `import { check, gen } from "sextant/testing";
import rule from "./${id}.rule.js";

check(rule, "fires when it is high for long enough", t => {
  t.series("host.cpu.usage_ratio", { host: "a" }, gen.constant(0.3).shift(0.6, "00:10", "10m"), { every: "10s" });
  t.run("2026-03-02T00:00/30m");
  t.expect.firstFire({ host: "a" }).between("00:10", "00:13");
  t.expect.alerts().toHaveLength(1);
});
`;

const PYTHON_TESTS = (id: string) => `from sextant.testing import check, gen
from ${id.replaceAll("-", "_")} import evaluate


@check(evaluate, "fires when it is high for long enough")
def high(t):
    t.series("host.cpu.usage_ratio", {"host": "a"}, gen.constant(0.3).shift(0.6, "00:10", "10m"), every="10s")
    t.run("2026-03-02T00:00/30m")
    t.expect.first_fire(host="a").between("00:10", "00:13")
    t.expect.alerts().to_have_length(1)
`;

export const isPython = (language: string) => language === "python";
export const blankRule = (language: string) => (isPython(language) ? PYTHON : JAVASCRIPT);
export const blankTests = (language: string, id: string) =>
  (isPython(language) ? PYTHON_TESTS : JAVASCRIPT_TESTS)(id);

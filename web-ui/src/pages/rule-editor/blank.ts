// SPDX-License-Identifier: Apache-2.0

/** What an empty page holds: the smallest rule that looks at something and says so. */
export const BLANK_RULE = `import { rule, p, fire, clear } from "sextant";

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

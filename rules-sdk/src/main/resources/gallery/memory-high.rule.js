// SPDX-License-Identifier: Apache-2.0
import { rule, p, fire, clear } from "sextant";

const percent = (ratio) => `${(ratio * 100).toFixed(1)} %`;

export default rule({
  id: "memory-high",
  title: { en: "Memory is nearly used up", zh: "内存即将耗尽" },
  description: {
    en: "The share of memory in use is above a threshold, per host.",
    zh: "按主机统计，内存使用率超过阈值。",
  },
  every: "30s",
  needs: ["metrics:read:host.memory.*"],
  params: {
    threshold: p.percent(90, { min: 1, max: 100, title: { en: "Threshold in percent", zh: "阈值（百分比）" } }),
  },
  fire: { for: "1m", clearBelow: 0.95, flap: { over: 30, high: 0.4 } },

  evaluate({ params, data }) {
    return data.metric("host.memory.used_ratio").by("host").last("2m").avg().judge((s) => {
      const score = s.value / params.threshold;
      if (score < 1) {
        return clear(s, { score });
      }
      return fire(s, {
        score,
        severity: s.value >= 0.97 ? "critical" : "warning",
        reason: {
          en: `Memory of ${s.entity} at ${percent(s.value)}, threshold ${percent(params.threshold)}`,
          zh: `${s.entity} 的内存使用率为 ${percent(s.value)}，阈值 ${percent(params.threshold)}`,
        },
        evidence: [s.chart({ title: "Memory", unit: "ratio", around: "3h", line: params.threshold })],
      });
    });
  },
});

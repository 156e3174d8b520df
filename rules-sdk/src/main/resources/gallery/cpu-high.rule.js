// SPDX-License-Identifier: Apache-2.0
import { rule, p, fire, clear } from "sextant";

const percent = (ratio) => `${(ratio * 100).toFixed(1)} %`;

export default rule({
  id: "cpu-high",
  title: { en: "CPU is busy", zh: "CPU 使用率过高" },
  description: {
    en: "The whole machine's CPU is above a threshold on average, per host.",
    zh: "按主机统计，整机 CPU 平均使用率超过阈值。",
  },
  every: "10s",
  needs: ["metrics:read:host.cpu.*"],
  params: {
    threshold: p.percent(90, { min: 1, max: 100, title: { en: "Threshold in percent", zh: "阈值（百分比）" } }),
    window: p.duration("1m", { min: "10s", max: "1h", title: { en: "Averaged over", zh: "平均窗口" } }),
  },
  fire: { for: "30s", clearBelow: 0.9 },

  evaluate({ params, data }) {
    return data.metric("host.cpu.usage_ratio").by("host").last(params.window).avg().judge((s) => {
      const score = s.value / params.threshold;
      if (score < 1) {
        return clear(s, { score });
      }
      return fire(s, {
        score,
        severity: score >= 1.1 ? "critical" : "warning",
        reason: {
          en: `CPU of ${s.entity} at ${percent(s.value)}, threshold ${percent(params.threshold)}`,
          zh: `${s.entity} 的 CPU 使用率为 ${percent(s.value)}，阈值 ${percent(params.threshold)}`,
        },
        evidence: [s.chart({ title: "CPU", unit: "ratio", around: "1h", line: params.threshold })],
      });
    });
  },
});

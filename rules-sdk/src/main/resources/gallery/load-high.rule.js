// SPDX-License-Identifier: Apache-2.0
import { rule, p, fire, clear } from "sextant";

export default rule({
  id: "load-high",
  title: { en: "Load average is high", zh: "系统负载过高" },
  description: {
    en: "The 5-minute load average is above a threshold, per host. About twice the number of cores is a good start.",
    zh: "按主机统计，5 分钟平均负载超过阈值。可从核数的两倍开始设置。",
  },
  every: "30s",
  needs: ["metrics:read:host.load.*"],
  params: {
    threshold: p.number(4, { min: 0.1, max: 10000, title: { en: "Threshold", zh: "阈值" } }),
  },
  fire: { for: "2m", clearBelow: 0.8, flap: { over: 30, high: 0.4 } },

  evaluate({ params, data }) {
    const load = data.metric("host.load.average").where({ window: "5m" }).by("host").last("2m").last();
    return load.judge((s) => {
      const score = s.value / params.threshold;
      if (score < 1) {
        return clear(s, { score });
      }
      return fire(s, {
        score,
        severity: score >= 2 ? "critical" : "warning",
        reason: {
          en: `Load of ${s.entity} at ${s.value.toFixed(2)}, threshold ${params.threshold}`,
          zh: `${s.entity} 的负载为 ${s.value.toFixed(2)}，阈值 ${params.threshold}`,
        },
        evidence: [s.chart({ title: "Load, 5 min", around: "3h", line: params.threshold })],
      });
    });
  },
});

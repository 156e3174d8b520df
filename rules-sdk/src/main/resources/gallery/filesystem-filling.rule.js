// SPDX-License-Identifier: Apache-2.0
import { rule, p, fire, clear } from "sextant";

const percent = (ratio) => `${(ratio * 100).toFixed(1)} %`;

export default rule({
  id: "filesystem-filling",
  title: { en: "A file system is filling up", zh: "文件系统即将写满" },
  description: {
    en: "The used share of a mounted file system is above a threshold, per host and mount.",
    zh: "按主机与挂载点统计，文件系统使用率超过阈值。",
  },
  every: "1m",
  needs: ["metrics:read:host.filesystem.*"],
  params: {
    warning: p.percent(80, { min: 1, max: 100, title: { en: "Warning from", zh: "警告阈值" } }),
    critical: p.percent(92, { min: 1, max: 100, title: { en: "Critical from", zh: "严重阈值" } }),
  },
  fire: { for: "2m", clearBelow: 0.97 },

  evaluate({ params, data }) {
    return data.metric("host.filesystem.used_ratio").by("host", "mount").last("5m").last().judge((s) => {
      const score = s.value / params.warning;
      if (score < 1) {
        return clear(s, { score });
      }
      return fire(s, {
        score,
        severity: s.value >= params.critical ? "critical" : "warning",
        reason: {
          en: `${s.labels.mount} on ${s.labels.host} is ${percent(s.value)} full`,
          zh: `${s.labels.host} 上的 ${s.labels.mount} 已使用 ${percent(s.value)}`,
        },
        evidence: [
          s.chart({
            title: "File system",
            unit: "ratio",
            around: "1d",
            lines: [{ value: params.warning, name: "warning" }, { value: params.critical, name: "critical" }],
          }),
        ],
      });
    });
  },
});

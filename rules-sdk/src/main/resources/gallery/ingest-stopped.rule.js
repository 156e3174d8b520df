// SPDX-License-Identifier: Apache-2.0
import { rule, p, fire, clear } from "sextant";

export default rule({
  id: "ingest-stopped",
  title: { en: "No samples arrive", zh: "没有采样数据进入" },
  description: {
    en: "Sextant itself takes in fewer samples per second than expected.",
    zh: "Sextant 每秒接收的采样数低于预期。",
  },
  every: "1m",
  needs: ["metrics:read:sextant_ingest_*"],
  params: {
    least: p.number(0.1, { min: 0, max: 1e9, title: { en: "Least samples per second", zh: "最低每秒采样数" } }),
    window: p.duration("5m", { min: "1m", max: "1d", title: { en: "Over", zh: "统计窗口" } }),
  },
  fire: { for: "2m" },

  evaluate({ params, data }) {
    return data.metric("sextant_ingest_samples_total").by("host").last(params.window).rate().judge((s) => {
      if (s.value >= params.least) {
        return clear(s);
      }
      return fire(s, {
        severity: "critical",
        reason: {
          en: `${s.value.toFixed(2)} samples per second over ${params.window}, at least ${params.least} expected`,
          zh: `${params.window} 内每秒 ${s.value.toFixed(2)} 个采样，预期不少于 ${params.least}`,
        },
        evidence: [s.chart({ title: "Samples per second", unit: "1/s", around: "3h", line: params.least })],
      });
    });
  },
});

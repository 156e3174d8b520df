// kpi-dynamic.rule.js
import { rule, p } from "sextant";

export default rule({
  id: "kpi-dynamic", title: { en: "KPI off its usual range", zh: "指标偏离常态" },
  every: "1m", delay: "auto", timeout: "20s", needs: ["metrics:read:svc.*", "entities:read"],
  params: { metric: p.metric("svc.requests"), border: p.number(1.0, { min: 0.5, max: 3 }) },
  fire: { for: "3m", clearBelow: 0.7, keep: "5m", flap: { over: 20, high: 0.5 } },
  missing: { staleAfter: "10m", unless: "entity-ended" },

  evaluate({ params, data, algo, entities }) {
    const x = data.metric(params.metric).by("service", "zone").last("14d", "1m"); // 100k series: a handle, no copy
    return algo.expected(x, { season: ["1d", "1w"] })
      .where({ scoreAbove: params.border, atLeast: "4 of 5", minDeviation: { rel: 0.15, abs: 20 } })
      .except(entities.withChange("15m")).except(entities.inMaintenance())
      .map(s => ({
        entity: s.entity, score: s.score, severity: s.score > 2 ? "critical" : "warning",
        reason: { en: `${s.value} against ${s.lower}..${s.upper}`, zh: `${s.value}，常态 ${s.lower}~${s.upper}` },
        evidence: [s.chart({ band: true, around: "6h" })],
      }));
  },
});

// availability.rule.js: several signals, the entity graph, suppression by cause
import { rule, p, fire, clear, suppressed } from "sextant";

export default rule({
  id: "service-availability", every: "30s", delay: "20s", needs: ["metrics:read:*", "entities:read"],
  params: { slo: p.percent(99.9), tier: p.tag("tier", "core") },
  fire: { for: "1m", keep: "3m" },

  evaluate({ params, data, entities }) {
    const services = entities.type("service").tagged(params.tier);
    const burn = data.ratio("http.success", "http.total").of(services)
      .burnRate({ slo: params.slo, windows: ["5m", "1h"], factor: 14.4 });
    const probe = data.metric("probe.up").of(services).last("2m").min();
    const errors = data.metric("log.errors").of(services).last("5m").sum().versus("1w");
    return services.join({ burn, probe, errors }).judge(s => {
      const votes = [s.burn.breached, s.probe.value === 0, s.errors.ratio > 3].filter(Boolean).length;
      if (votes < 2) return clear(s.entity);
      const cause = entities.upstream(s.entity, { via: ["calls", "runs_on"], depth: 2 }).firing().nearest();
      return cause
        ? suppressed(s.entity, { by: cause, reason: `dependency ${cause.name} is down` })
        : fire(s.entity, { severity: votes === 3 ? "critical" : "warning", reason: `${votes} of 3 signals`,
                           evidence: [s.burn.chart(), s.errors.chart()] });
    });
  },
});

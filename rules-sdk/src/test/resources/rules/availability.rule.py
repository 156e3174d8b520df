# availability.rule.py: several signals, the entity graph, suppression by cause
from sextant import rule, P, fire, clear, suppressed

@rule(id="service-availability", every="30s", delay="20s", needs=["metrics:read:*", "entities:read"],
      fire=dict(for_="1m", keep="3m"))
def evaluate(ctx, slo=P.percent(99.9), tier=P.tag("tier", "core")):
    services = ctx.entities.type("service").tagged(tier)
    burn = ctx.data.ratio("http.success", "http.total").of(services).burn_rate(
        slo=slo, windows=["5m", "1h"], factor=14.4)
    probe = ctx.data.metric("probe.up").of(services).last("2m").min()
    errors = ctx.data.metric("log.errors").of(services).last("5m").sum().versus("1w")

    def judge(s):
        votes = sum([s.burn.breached, s.probe.value == 0, s.errors.ratio > 3])
        if votes < 2:
            return clear(s.entity)
        cause = ctx.entities.upstream(s.entity, via=["calls", "runs_on"], depth=2).firing().nearest()
        if cause:
            return suppressed(s.entity, by=cause, reason=f"dependency {cause.name} is down")
        return fire(s.entity, severity="critical" if votes == 3 else "warning", reason=f"{votes} of 3 signals",
                    evidence=[s.burn.chart(), s.errors.chart()])

    return services.join(burn=burn, probe=probe, errors=errors).judge(judge)

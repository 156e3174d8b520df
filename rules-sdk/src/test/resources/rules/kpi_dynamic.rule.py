# kpi_dynamic.rule.py
from sextant import rule, P, fire

@rule(id="kpi-dynamic", every="1m", delay="auto", timeout="20s",
      needs=["metrics:read:svc.*", "entities:read"],
      fire=dict(for_="3m", clear_below=0.7, keep="5m", flap=dict(over=20, high=0.5)),
      missing=dict(stale_after="10m", unless="entity-ended"))
def evaluate(ctx, metric=P.metric("svc.requests"), border=P.number(1.0, min=0.5, max=3)):
    x = ctx.data.metric(metric).by("service", "zone").last("14d", "1m")
    suspects = ctx.algo.expected(x, season=["1d", "1w"]).where(
        score_above=border, at_least="4 of 5", min_deviation=dict(rel=0.15, abs=20))
    for s in suspects - ctx.entities.with_change("15m") - ctx.entities.in_maintenance():
        yield fire(s.entity, score=s.score, severity="critical" if s.score > 2 else "warning",
                   reason=f"{s.value} against {s.lower}..{s.upper}",
                   evidence=[s.chart(band=True, around="6h")])

# disk_full.rule.py: early warning
from sextant import rule, P, fire, clear, unknown

@rule(id="disk-full", cron="*/10 * * * *", timezone="tenant",
      needs=["metrics:read:node.disk.*"], fire=dict(for_="30m", repeat="24h"))
def evaluate(ctx, horizon=P.duration("72h"), calm=P.duration("96h")):
    used = ctx.data.metric("node.disk.used_ratio").by("host", "mount").last("14d", "10m").where_now(">", 0.5)
    f = ctx.algo.forecast(used, to="7d", level=0.8, model="trend+season", cleanups="ignore-drops")
    for s in f.time_to(1.0):
        if s.fit < 0.6:
            yield unknown(s.entity, "forecast not trustworthy")
        elif s.earliest < horizon:
            yield fire(s.entity, severity="critical" if s.earliest.hours < 12 else "warning",
                       reason=f"full in {s.median.human} (80 %: {s.earliest.human} to {s.latest.human})",
                       evidence=[s.chart(history="14d", forecast=True, line=1.0)])
        elif s.earliest > calm:
            yield clear(s.entity)

# SPDX-License-Identifier: Apache-2.0
from sextant import rule, P, Duration, fire, clear, unknown


def per_millisecond(times, values):
    """The slope of a straight line through the points, by least squares."""
    middle = sum(times) / len(times)
    spread = sum((time - middle) ** 2 for time in times)
    mean = sum(values) / len(values)
    return sum((time - middle) * (value - mean) for time, value in zip(times, values)) / spread


@rule(
    id="filesystem-full-soon",
    title=dict(en="A file system will be full soon", zh="文件系统即将被写满"),
    description=dict(
        en="A straight line through the last hours reaches 100 % within the horizon, per host and mount.",
        zh="按主机与挂载点，近几小时的线性趋势将在给定时间内达到 100%。",
    ),
    every="5m",
    needs=["metrics:read:host.filesystem.*"],
    fire=dict(for_="15m", clear_below=0.8),
)
def evaluate(
    ctx,
    horizon=P.duration("24h", min="1h", max="30d", title=dict(en="Full within", zh="写满时间上限")),
    window=P.duration("6h", min="30m", max="7d", title=dict(en="Trend of the last", zh="趋势时间范围")),
):
    used = ctx.data.metric("host.filesystem.used_ratio").by("host", "mount").last(window, "5m").avg()

    def judge(s):
        if s.value >= 1:
            return fire(s, score=2, severity="critical", **said(s, Duration("0s")))
        if s.value < 0.5:
            return clear(s, score=0)
        if len(s.values) < 3:
            return unknown(s, "too few points for a trend")
        slope = per_millisecond(s.times, s.values)
        if slope <= 0:
            return clear(s, score=0)
        left = Duration((1 - s.value) / slope)
        score = horizon / left
        if score < 1:
            return clear(s, score=score)
        return fire(s, score=score, severity="critical" if left < "2h" else "warning", **said(s, left))

    def said(s, left):
        return dict(
            reason=dict(
                en=f"{s.labels.get('mount', '')} on {s.labels.get('host', '')} is full in {left.human}",
                zh=f"{s.labels.get('host', '')} 上的 {s.labels.get('mount', '')} 将在 {left.human}后写满",
            ),
            evidence=[s.chart(title="File system", unit="ratio", around=window, line=1.0)],
        )

    return used.judge(judge)

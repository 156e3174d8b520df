# SPDX-License-Identifier: Apache-2.0
import statistics

from sextant import rule, P, fire, clear


@rule(
    id="memory-climbing",
    title=dict(en="Memory is climbing", zh="内存持续上升"),
    description=dict(
        en="The share of memory in use is well above its own median of the last hours, per host.",
        zh="按主机统计，内存使用率明显高于其近几小时的中位数。",
    ),
    every="1m",
    needs=["metrics:read:host.memory.*"],
    fire=dict(for_="2m", clear_below=0.9),
)
def evaluate(
    ctx,
    rise=P.percent(15, min=1, max=100, title=dict(en="Rise in percent points", zh="上升的百分点")),
    window=P.duration("6h", min="10m", max="7d", title=dict(en="Compared with the last", zh="对比时间范围")),
):
    used = ctx.data.metric("host.memory.used_ratio").by("host").last(window, "5m").avg()

    def judge(s):
        usual = statistics.median(s.values)
        score = (s.value - min(usual, 1 - rise)) / rise
        if score < 1:
            return clear(s, score=score)
        return fire(
            s,
            score=score,
            severity="critical" if s.value >= 0.97 else "warning",
            reason=dict(
                en=f"Memory of {s.entity} at {s.value:.1%}, median of the last {window} {usual:.1%}",
                zh=f"{s.entity} 的内存使用率为 {s.value:.1%}，近 {window} 中位数为 {usual:.1%}",
            ),
            evidence=[s.chart(title="Memory", unit="ratio", around=window, line=usual)],
        )

    return used.judge(judge)

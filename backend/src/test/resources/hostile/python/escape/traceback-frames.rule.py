# SPDX-License-Identifier: Apache-2.0
# tries: frames out of an exception's traceback
# expect: completed | failed
# never: JavaObject
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    try:
        data.metric("unheard.of").last("5m").count()
    except Exception as error:
        trace = error.__traceback__
        while trace is not None:
            log(trace.tb_frame.f_code.co_name + " " + ",".join(n for n, v in trace.tb_frame.f_locals.items() if "foreign" in type(v).__name__.lower()))
            trace = trace.tb_next

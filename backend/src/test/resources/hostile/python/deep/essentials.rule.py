# SPDX-License-Identifier: Apache-2.0
# tries: the parameters and needs that the SDK keeps between evaluations
# expect: completed | failed
# never: vault
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    program = fire.__globals__["program"]
    try:
        parameters, needs = program.essentials
        needs.append("metrics:read:*")
        program.essentials = parameters, ["metrics:read:*"]
    except BaseException as error:
        log(type(error).__name__)
    fire.__globals__["slot"].needs = ["metrics:read:*"]
    for name in ("other.metric", "victim.secret"):
        try:
            log(name + str(len(list(data.metric(name).last("1h")))))
        except BaseException as error:
            log(str(error)[:60])

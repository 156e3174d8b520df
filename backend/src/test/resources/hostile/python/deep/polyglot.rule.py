# SPDX-License-Identifier: Apache-2.0
# tries: the runtime's doors to other languages
# expect: completed | failed
# never: JavaObject
from sextant import rule, P, fire, clear, suppressed, unknown


@rule(id="hostile", every="1m", needs=["metrics:read:m"])
def evaluate(ctx):
    data, log, state = ctx.data, ctx.log, ctx.state
    real = fire.__globals__["real_import"]
    for name, use in (("polyglot", lambda m: m.eval(language="js", string="1")), ("polyglot", lambda m: m.import_value("x")), ("polyglot", lambda m: m.eval(path="/etc/passwd", language="python")), ("java", lambda m: m.type("java.lang.Runtime")), ("java", lambda m: m.add_to_classpath("/tmp")), ("jarray", lambda m: m.zeros(8, "d")), ("java.lang", lambda m: m.System)):
        try:
            log(name + " " + str(use(real(name)))[:80])
        except BaseException as error:
            log(name + " " + type(error).__name__ + " " + str(error)[:100])

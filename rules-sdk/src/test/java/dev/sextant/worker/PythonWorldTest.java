// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.protocol.Message;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A Python rule is a pure function of its slot, the pure standard library works, and a context that a rule changed is
/// met by nobody else.
class PythonWorldTest {
    private final PythonGuests guests = new PythonGuests();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import time; log(int(time.time() * 1000))",
                "import time; log(time.time_ns() // 1000000)",
                "import time; log(int(time.monotonic() * 1000), )",
                "import time; log(int(time.perf_counter() * 1000))",
                "import time; log(time.mktime(time.localtime()).__int__() * 1000)",
                "import calendar, time; log(calendar.timegm(time.gmtime()) * 1000)",
                "import datetime; log(int(datetime.datetime.now(datetime.timezone.utc).timestamp() * 1000))",
                "import datetime; log(int(datetime.datetime.utcnow().replace(tzinfo=datetime.timezone.utc).timestamp() * 1000))",
                "import datetime; log((datetime.date.today() - datetime.date(1970, 1, 1)).days * 86400000)",
                "log(int(ctx.now.timestamp() * 1000))"
            })
    void everyClockSaysTheSlot(String body) {
        assertThat(logged(body)).isEqualTo("86400000");
    }

    @Test
    void randomNumbersAreThoseOfTheSlot() {
        var body =
                """
                import random
                log([random.random(), random.randint(1, 10 ** 9), random.Random().random(), random.sample(range(1000), 3)])
                """;

        assertThat(logged(body)).isEqualTo(logged(body)).startsWith("[0.");
        assertThat(logged(body + "log(1)")).isEqualTo(logged(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import math; log(math.hypot(3, 4) == 5)",
                "import statistics; log(statistics.median([3, 1, 2]) == 2)",
                "import re; log(re.findall(r'\\d+', 'a1b22') == ['1', '22'])",
                "import json; log(json.loads(json.dumps({'a': [1, 2.5]})) == {'a': [1, 2.5]})",
                "import json; log(json.dumps({'d': Duration('90s')}) == '{\"d\": \"90s\"}')",
                "import datetime; log(datetime.timedelta(hours=1) == datetime.timedelta(minutes=60))",
                "import decimal; log(decimal.Decimal('0.1') + decimal.Decimal('0.2') == decimal.Decimal('0.3'))",
                "import fractions; log(fractions.Fraction(1, 3) * 3 == 1)",
                "import collections; log(collections.Counter('aab').most_common(1) == [('a', 2)])",
                "from collections.abc import Mapping; log(isinstance({}, Mapping))",
                "import itertools; log(list(itertools.accumulate([1, 2, 3])) == [1, 3, 6])",
                "import functools; log(functools.reduce(lambda a, b: a + b, [1, 2, 3]) == 6)",
                "import dataclasses\nD = dataclasses.make_dataclass('D', ['x'])\nlog(D(1) == D(1))",
                "from dataclasses import dataclass\n@dataclass\nclass D:\n    x: int = 0\nlog(D(2).x == 2)",
                "import enum\nclass E(enum.Enum):\n    A = 1\nlog(E(1) is E.A)",
                "import typing; log(typing.Optional[int] is not None)",
                "import string; log(string.Template('$a').substitute(a=1) == '1')",
                "import textwrap; log(textwrap.shorten('a b c', 3, placeholder='') == 'a b')",
                "import bisect; log(bisect.bisect([1, 2, 3], 2) == 2)",
                "import heapq; log(heapq.nsmallest(1, [3, 1, 2]) == [1])",
                "import operator; log(operator.itemgetter(1)([5, 6]) == 6)",
                "import copy; log(copy.deepcopy([[1]]) == [[1]])",
                "import calendar; log(calendar.isleap(2024))",
                "import numbers; log(isinstance(1, numbers.Number))",
                "import cmath; log(cmath.sqrt(-1) == 1j)",
                "import base64; log(base64.b64encode(b'a') == b'YQ==')"
            })
    void thePureStandardLibraryWorks(String body) {
        assertThat(logged(body.replace("log(", "log(str(").replaceAll("\\)$", "))")))
                .isEqualTo("True");
    }

    @Test
    void aModuleShowsNothingOfWhatItImportsItself() {
        assertThat(
                        logged(
                                "import statistics, random, dataclasses; log([hasattr(m, n) for m in (statistics, random, dataclasses) for n in ('sys', '_os', 'os', 'inspect', '_urandom')])"))
                .doesNotContain("true");
    }

    @Test
    void theSameSlotGivesTheSameBytes() {
        var body =
                """
                import random
                names = {"b", "a", "zz", "q", f"{random.random()}"}
                log(list(names), hash("x"))
                return [fire({"n": name}, value=random.random()) for name in names]
                """;

        assertThat(guests.evaluate(body)).isEqualTo(guests.evaluate(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import math; math.left = 1",
                "len.__self__.len = lambda x: 7",
                "fire.left = 1",
                "type(data.metric('m')).map = None",
                "import json; json.JSONEncoder.default = None",
                "import sextant; sextant.fire = None",
                "import datetime; datetime.datetime.now = None",
                "fire.__globals__['slot'] = None"
            })
    void aContextThatARuleChangedIsNotUsedAgain(String body) {
        guests.answering(_ -> Guests.rows("a=1"));
        var source = body + "\nlog(\"ran\")";
        guests.evaluate(source);
        guests.evaluate(source);
        int before = guests.contextsMade();

        guests.evaluate(source);

        assertThat(guests.contextsMade()).isGreaterThan(before);
    }

    @Test
    void aContextIsKeptForTheVersionOfItsRule() {
        var body =
                "import math, statistics, random, datetime, json, decimal\nlog(\"kept\", random.random())";
        guests.evaluate(body);
        guests.evaluate(body);
        int before = guests.contextsMade();

        for (int round = 0; round < 10; round++) {
            guests.evaluate(body);
        }

        assertThat(guests.contextsMade()).isEqualTo(before);
    }

    @Test
    void nothingOfARuleItselfStaysForItsNextEvaluation() {
        var body = "global left\nlog(\"left\" in globals())\nleft = 1";

        assertThat(logged(body)).isEqualTo(logged(body)).isEqualTo("False");
    }

    @Test
    void settingsOfTheStandardLibraryDoNotStay() {
        var body =
                "import decimal\nlog(str(decimal.getcontext().prec))\ndecimal.getcontext().prec = 3";

        assertThat(logged(body)).isEqualTo(logged(body)).isEqualTo("28");
    }

    @Test
    void aModuleOfTheTenantIsRunAnewAndSharedWithinAnEvaluation() {
        var budget =
                new Message.Module(
                        "shared/budget.py",
                        "calls = []\ndef budget(x):\n    calls.append(x)\n    return len(calls)\n");
        var other =
                new Message.Module(
                        "shared/other.py",
                        "from shared.budget import budget\ndef twice(x): return budget(x) + budget(x)\n");
        var body =
                "import shared.budget\nfrom shared import other\nlog(other.twice(1), shared.budget.budget(1))";
        var program =
                new Message.Program(
                        "rule.py",
                        PythonGuests.file(PythonGuests.HEADER, body),
                        List.of(budget, other));

        for (int round = 0; round < 2; round++) {
            assertThat(guests.run(program, "{}", "{}"))
                    .isInstanceOfSatisfying(
                            Message.Evaluated.class,
                            done -> assertThat(done.log().getFirst().text()).isEqualTo("3 3"));
        }
    }

    @Test
    void theStateIsKeptAsJsonAndBounded() {
        var source =
                PythonGuests.file(
                        PythonGuests.HEADER, "state[\"count\"] = state.get(\"count\", 0) + 1");

        assertThat(guests.run(source, "{}", "{\"count\":41}"))
                .isInstanceOfSatisfying(
                        Message.Evaluated.class,
                        done -> assertThat(done.stateJson()).isEqualTo("{\"count\":42}"));
        assertThat(guests.evaluate("state[\"text\"] = \"x\" * 3000"))
                .isInstanceOfSatisfying(
                        Message.LimitPassed.class,
                        passed -> assertThat(passed.limit()).isEqualTo("stateBytes"));
        assertThat(Guests.problem(guests.evaluate("state[\"f\"] = len")).message())
                .contains("cannot be written as JSON");
    }

    @Test
    void parametersComeFromTheFormOrTheirDefaults() {
        var source =
                """
                from sextant import rule, P
                @rule(id="r", every="1m")
                def evaluate(ctx, share=P.percent(80), window=P.duration("5m"), *, names=P.list(["a"]), n=P.int(3, max=9)):
                    ctx.log(share, window, window.minutes, names, n, ctx.params.n == ctx.params["n"])
                """;

        assertThat(guests.run(source, "{\"share\":12.5,\"n\":null}", "{}"))
                .isInstanceOfSatisfying(
                        Message.Evaluated.class,
                        done ->
                                assertThat(done.log().getFirst().text())
                                        .isEqualTo("0.125 \"5m\" 5.0 [\"a\"] 3 True"));
        assertThat(Guests.problem(guests.run(source, "{\"n\":10}", "{}")).message())
                .isEqualTo("parameter n must be at most 9, not 10");
    }

    @Test
    void durationsCalculateWithTextsAndTimes() {
        var body =
                """
                d = Duration("1h")
                log(d + "30m" == "90m", d * 2 > "1h", "2h" - d == d, d / "15m", str(d / 4), str(ctx.now - d), max(d, Duration("2h")).human)
                """;

        assertThat(logged(body)).isEqualTo("True True True 4.0 15m 1970-01-01 23:00:00+00:00 2 h");
    }

    private String logged(String body) {
        return switch (guests.evaluate(body)) {
            case Message.Evaluated(_, _, var log) -> log.getFirst().text();
            case Message.ToBackend other -> throw new AssertionError("not evaluated but " + other);
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
// tries: verdicts, parameters and durations of every odd value
// expect: completed | failed | limit wallTime|cpuTime|memory
// log: tried
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    const odd = [undefined, null, NaN, Infinity, 2 ** 53, 7n, "x".repeat(1e5), Symbol("s"), () => 1, [], {}, Object.create(null), new Proxy({}, { get() { throw new Error("proxy"); } }), new Date(NaN), globalThis];
    let tried = 0;
    const texts = new Set();
    for (const make of [fire, clear, suppressed, unknown, rule, Duration, not, p.number, p.list, p.enum, p.duration]) {
      for (const one of odd) for (const two of odd) {
        try { Reflect.has(make, "prototype") && /^class/.test(String(make)) ? new make(one) : make(one, two); } catch (error) { try { texts.add(String(error.message).slice(0, 120)); } catch { continue; } }
        tried++;
      }
    }
    log("tried", tried);
    for (const text of texts) log(text);
  },
});

// SPDX-License-Identifier: Apache-2.0
// tries: the SDK's private members, by a class that returns what it is given
// expect: completed | failed
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    class Stamp { constructor(object) { return object; } }
    class Writer extends Stamp { #plan = { op: "select", metric: "other.metric", last: "5m" }; static write(frame) { return new Writer(frame); } }
    const frame = data.metric("m").last("5m");
    try { Writer.write(frame); } catch (error) { log(error.message); }
    log(frame.rows().length);
  },
});

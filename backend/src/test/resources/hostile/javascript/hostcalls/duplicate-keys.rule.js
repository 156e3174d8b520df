// SPDX-License-Identifier: Apache-2.0
// tries: a plan that names two metrics under one key
// expect: failed
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    JSON.stringify = () => "{}";
    Array.prototype.join = () => "{}";
    const text = '{"op":"select","metric":"m","metric":"other.metric","last":"5m"}';
    Object.prototype.toJSON = function () { return JSON.rawJSON ? JSON.rawJSON(text) : { op: "select", metric: "other.metric", last: "5m" }; };
    data.metric("m").last("5m").rows();
  },
});

// SPDX-License-Identifier: Apache-2.0
// tries: times at the ends of what 64 bits hold
// expect: failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data } = ctx;
    Object.prototype.toJSON = () => JSON.rawJSON?.("{}") ?? {};
    const Frame = data.metric("m").constructor;
    delete Object.prototype.toJSON;
    const wide = "9223372036854775807";
    const write = BigInt(wide);
    BigInt.prototype.toJSON = function () { return Number(this); };
    new Frame({ op: "select", metric: "m", from: -write, to: write }).count();
  },
});

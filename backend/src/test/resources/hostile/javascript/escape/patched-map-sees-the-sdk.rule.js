// SPDX-License-Identifier: Apache-2.0
// tries: Array.prototype.map, to be handed the SDK's own functions with the host's objects in reach
// expect: completed | failed
// never: JavaObject
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    const map = Array.prototype.map;
    const seen = [];
    Array.prototype.map = function (f) { seen.push(f, this); return map.call(this, f); };
    data.metric("m").last("5m").rows();
    Array.prototype.map = map;
    log(seen.map((found) => `${typeof found} ${String(found).slice(0, 30)}`));
  },
});

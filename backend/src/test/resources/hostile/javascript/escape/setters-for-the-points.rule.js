// SPDX-License-Identifier: Apache-2.0
// tries: setters on Object.prototype and Array.prototype, to be handed the host's array
// expect: completed | failed
// never: JavaArray
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    let caught;
    for (const name of ["points", "series", "start", "0", "1"]) {
      for (const holder of [Object.prototype, Array.prototype]) {
        Object.defineProperty(holder, name, { configurable: true, set(value) { caught = value; } });
      }
    }
    data.metric("m").last("5m").rows().map((row) => row.values.length);
    log(typeof caught, String(caught).slice(0, 40));
  },
});

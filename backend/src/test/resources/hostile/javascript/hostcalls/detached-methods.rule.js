// SPDX-License-Identifier: Apache-2.0
// tries: methods of the SDK without their object, or with another one
// expect: completed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    const frame = data.metric("m").last("5m");
    for (const use of [() => frame.rows.call({}), () => frame.last.call(null, "5m"), () => Reflect.apply(frame.count, new Proxy(frame, {}), []), () => Reflect.construct(frame.constructor, []), () => frame.constructor("x"), () => Reflect.apply(log, undefined, ["fine"])]) {
      try { use(); } catch (error) { log(error.message); }
    }
  },
});

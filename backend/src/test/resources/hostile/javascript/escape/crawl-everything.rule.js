// SPDX-License-Identifier: Apache-2.0
// tries: every object that can be reached from the context and the globals, for one that is not the script's
// expect: completed | limit wallTime|cpuTime
// log: foreign: none
import { rule, fire } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    const seen = new Set();
    const queue = [ctx, globalThis, rule, fire, evaluateOf()];
    const foreign = [];
    function evaluateOf() { return ctx.log; }
    while (queue.length > 0 && seen.size < 4000) {
      const object = queue.pop();
      if ((typeof object !== "object" && typeof object !== "function") || object === null || seen.has(object)) continue;
      seen.add(object);
      let text = "";
      try { text = Object.prototype.toString.call(object) + String(object); } catch { text = ""; }
      if (/JavaObject|HostObject|foreign|@[0-9a-f]{5,}/i.test(text)) foreign.push(text.slice(0, 40));
      for (const key of Reflect.ownKeys(object)) {
        try {
          const { value, get, set } = Object.getOwnPropertyDescriptor(object, key);
          queue.push(value, get, set);
        } catch { continue; }
      }
      try { queue.push(Object.getPrototypeOf(object)); } catch { continue; }
    }
    log("foreign:", foreign.length === 0 ? "none" : foreign.join());
  },
});

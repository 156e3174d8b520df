// SPDX-License-Identifier: Apache-2.0
// tries: values whose text throws, loops or lies
// expect: completed | failed
import { rule, fire, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    const trap = { toString() { throw new Error("trap"); }, valueOf() { throw new Error("trap"); }, [Symbol.toPrimitive]() { throw new Error("trap"); } };
    for (const use of [() => data.metric(trap), () => data.metric("m").by(trap), () => data.metric("m").last(trap), () => fire({ host: trap }), () => log(`${trap}`), () => new Duration(trap)]) {
      try { use(); } catch (error) { log(error.message); }
    }
  },
});

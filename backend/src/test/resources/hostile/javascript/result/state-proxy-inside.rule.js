// SPDX-License-Identifier: Apache-2.0
// tries: a state that holds a proxy which never ends
// expect: failed | limit wallTime|cpuTime|memory|stateBytes
import { rule, p, fire, clear, suppressed, unknown, not, Duration } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log, state } = ctx;
    state.deep = new Proxy({}, { ownKeys: () => ["a"], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }), get: (_, name) => (name === "toJSON" ? undefined : state.deep) });
  },
});

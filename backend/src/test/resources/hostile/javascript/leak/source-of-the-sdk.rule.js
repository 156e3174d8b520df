// SPDX-License-Identifier: Apache-2.0
// tries: the source of the SDK's functions, for paths and names of the host
// expect: completed
import { rule, fire, clear } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    log([rule, fire, clear, data.metric, log, data.metric("m").last, data.metric("m").rows].map((f) => String(f)).join("\n"));
  },
});

// SPDX-License-Identifier: Apache-2.0
// tries: code in an address
// expect: completed
// log: refused
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    import("data:text/javascript,export default globalThis").then(() => log("read"), (error) => log("refused", error.message));
  },
});

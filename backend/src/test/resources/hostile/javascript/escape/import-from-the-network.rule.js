// SPDX-License-Identifier: Apache-2.0
// tries: a module from the network
// expect: completed
// log: refused
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    import("http://169.254.169.254/latest/meta-data/").then(() => log("read"), (error) => log("refused", error.message));
  },
});

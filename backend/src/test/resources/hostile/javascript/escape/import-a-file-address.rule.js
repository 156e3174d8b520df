// SPDX-License-Identifier: Apache-2.0
// tries: a file address through a dynamic import
// expect: completed
// log: refused
// never: root:
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    import("file:///etc/passwd").then((module) => log(Object.keys(module)), (error) => log("refused", error.message));
  },
});

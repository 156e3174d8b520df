// SPDX-License-Identifier: Apache-2.0
// tries: modules that other runtimes build in
// expect: completed
// log: refused 8
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    const names = ["fs", "node:fs", "child_process", "os", "std", "java", "polyglot", "graal"];
    let refused = 0;
    names.reduce((chain, name) => chain.then(() => import(name)).then(() => undefined, () => { refused++; }), Promise.resolve()).then(() => log("refused", refused));
  },
});

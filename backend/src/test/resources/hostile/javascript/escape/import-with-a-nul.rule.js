// SPDX-License-Identifier: Apache-2.0
// tries: a name that no file system takes, for the text of the host's exception
// expect: completed
// log: refused
// never: InvalidPath
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    import("sextant\0/../../etc/passwd").then(() => log("read"), (error) => log("refused", error.message));
  },
});

// SPDX-License-Identifier: Apache-2.0
// tries: call sites of the SDK's own frames, for their functions and their this
// expect: completed
// log: leaked: none
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    const leaked = [];
    Error.prepareStackTrace = (error, sites) => {
      for (const site of sites) {
        for (const reach of ["getFunction", "getThis", "getEvalOrigin"]) {
          try {
            const found = site[reach]?.();
            if (found !== undefined && found !== null && found !== evaluate) leaked.push(`${reach} ${site.getFunctionName()}`);
          } catch { continue; }
        }
      }
      return "";
    };
    function evaluate() {}
    try { data.metric("m").last("nonsense"); } catch (error) { String(error.stack); }
    log("leaked:", leaked.filter((name) => !/evaluate|undefined|null/.test(name)).join() || "none");
  },
});

// SPDX-License-Identifier: Apache-2.0
// tries: Object.prototype, to be met by the next evaluation
// expect: completed | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    Object.prototype.polluted = "yes";
    Object.prototype.toString = () => "polluted";
    Object.prototype.labels = { host: "forged" };
    log("done");
  },
});

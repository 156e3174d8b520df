// SPDX-License-Identifier: Apache-2.0
// tries: a state that is a list
// expect: failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { state } = ctx;
    Object.assign = () => ({ json: "{\"verdicts\":[],\"judged\":false,\"charts\":[]}", state: "[1]" });
  },
});

// SPDX-License-Identifier: Apache-2.0
// tries: the host's frames in an error that passes through a host call
// expect: completed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    try { data.metric("m").last("5m").map(() => { throw new Error("inside"); }); } catch (error) { log(error.stack); }
  },
});

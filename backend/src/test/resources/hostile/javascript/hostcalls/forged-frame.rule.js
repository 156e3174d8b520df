// SPDX-License-Identifier: Apache-2.0
// tries: the constructor of frames, with a plan of the script's own
// expect: failed
// says: needs
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data } = ctx;
    const Frame = data.metric("m").constructor;
    new Frame({ op: "select", metric: "other.metric", last: "5m" }).rows();
  },
});

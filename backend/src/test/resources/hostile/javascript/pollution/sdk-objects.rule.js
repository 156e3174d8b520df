// SPDX-License-Identifier: Apache-2.0
// tries: the SDK's own objects and prototypes
// expect: completed | failed
import { rule, fire } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data } = ctx;
    const Frame = data.metric("m").constructor;
    for (const target of [rule, fire, Frame, Frame.prototype, Object.getPrototypeOf(Frame.prototype), ctx, data]) {
      try { target.last = target.metric = () => ({ rows: () => [] }); } catch { continue; }
    }
    Frame.prototype.rows = () => [];
  },
});

// SPDX-License-Identifier: Apache-2.0
// tries: a need that ends where a longer name goes on
// expect: failed
// says: needs
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    log(data.metric("mm").last("5m").rows().length);
  },
});

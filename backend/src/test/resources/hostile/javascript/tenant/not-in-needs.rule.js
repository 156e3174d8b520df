// SPDX-License-Identifier: Apache-2.0
// tries: a metric of the tenant's own that the header does not name
// expect: failed
// says: needs
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    log(data.metric("other.metric").last("5m").rows().length);
  },
});

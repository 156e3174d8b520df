// SPDX-License-Identifier: Apache-2.0
// tries: ten million host calls
// expect: limit hostCalls
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data } = ctx;
    for (let i = 0; i < 1e7; i++) data.metric("m").last("5m").count();
  },
});

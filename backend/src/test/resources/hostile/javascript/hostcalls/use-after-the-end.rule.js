// SPDX-License-Identifier: Apache-2.0
// tries: host calls after evaluate has returned
// expect: completed | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    Promise.resolve().then(() => { try { log(data.metric("m").last("5m").count()); } catch (error) { log("refused", String(error)); } });
    return [];
  },
});

// SPDX-License-Identifier: Apache-2.0
// tries: a hundred thousand lines of log
// expect: completed
// log: the log was cut here
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    for (let i = 0; i < 1e5; i++) log(`line ${i}`);
  },
});

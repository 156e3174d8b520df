// SPDX-License-Identifier: Apache-2.0
// tries: recursion that goes on whenever the stack is used up
// expect: failed | limit wallTime|cpuTime | completed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const deep = () => { try { deep(); } catch { deep(); } };
    deep();
  },
});

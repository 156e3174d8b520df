// SPDX-License-Identifier: Apache-2.0
// tries: to remember what is nested so deep that nobody can read it again
// expect: failed | completed | limit stateBytes
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { state } = ctx;
    let deep = {};
    for (let i = 0; i < 990; i++) deep = { d: deep };
    state.deep = deep;
  },
});

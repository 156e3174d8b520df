// SPDX-License-Identifier: Apache-2.0
import { rule } from "sextant";

function loop(count) {
  let sum = 0;
  for (let i = 1; i <= count; i++) sum = (sum + i * i) % 1000003;
  return sum;
}

export default rule({
  id: "loop",
  every: "1m",
  needs: [],
  evaluate({ log }) {
    log(loop(20000000));
    return [];
  },
});

// SPDX-License-Identifier: Apache-2.0
// tries: a plan of five hundred selections
// expect: failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { data, log } = ctx;
    let frames = Array.from({ length: 512 }, () => data.metric("m").last("5m"));
    while (frames.length > 1) frames = Array.from({ length: frames.length / 2 }, (_, i) => frames[2 * i].plus(frames[2 * i + 1]));
    log(frames[0].count());
  },
});

// SPDX-License-Identifier: Apache-2.0
// tries: the real clock behind formats of dates
// expect: completed
// log: 1
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    const format = new Intl.DateTimeFormat("en", { dateStyle: "full", timeStyle: "full" });
    const texts = [format.format(), format.format(undefined), format.format(ctx.now), format.formatToParts().map((part) => part.value).join("")];
    log(new Set(texts).size);
  },
});

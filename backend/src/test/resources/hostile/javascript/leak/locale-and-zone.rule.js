// SPDX-License-Identifier: Apache-2.0
// tries: the machine's language and time zone
// expect: completed
// log: en UTC 0
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    log(locale.slice(0, 2), timeZone, new Date().getTimezoneOffset());
  },
});

// SPDX-License-Identifier: Apache-2.0
// tries: what is handed to the host, as a proxy that loops
// expect: limit wallTime|cpuTime | failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    Object.assign = () => new Proxy({}, { get() { for (;;) {} }, has() { for (;;) {} }, getOwnPropertyDescriptor() { for (;;) {} } });
  },
});

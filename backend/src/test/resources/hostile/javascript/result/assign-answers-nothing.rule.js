// SPDX-License-Identifier: Apache-2.0
// tries: what is handed to the host, missing
// expect: failed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    Object.assign = () => undefined;
  },
});

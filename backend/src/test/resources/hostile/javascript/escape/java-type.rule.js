// SPDX-License-Identifier: Apache-2.0
// tries: Java classes by name
// expect: failed
// says: Java is not defined
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    Java.type("java.lang.Runtime").getRuntime().exec("id");
  },
});

// SPDX-License-Identifier: Apache-2.0
// tries: texts of the libraries behind Intl
// expect: completed
import { rule } from "sextant";

export default rule({
  id: "hostile", every: "1m", needs: ["metrics:read:m"],
  evaluate(ctx) {
    const { log } = ctx;
    for (const make of [() => new Intl.NumberFormat("!!"), () => (1).toLocaleString("en", { style: "currency", currency: "12" }), () => "x".normalize("NFX"), () => new Date(NaN).toISOString(), () => (1).toFixed(1000), () => "x".repeat(-1), () => decodeURIComponent("%"), () => new RegExp("("), () => BigInt("x"), () => structuredClone({})]) {
      try { make(); } catch (error) { log(String(error)); }
    }
  },
});

// SPDX-License-Identifier: Apache-2.0
// tries: capabilities that nobody hands out
// expect: failed
import { rule } from "sextant";
export default rule({ id: "hostile", every: "1m", needs: ["secrets:read:*", "alerts:read", "rules:write:*"], evaluate(ctx) { ctx.log(ctx.alerts.active(), ctx.secrets); } });

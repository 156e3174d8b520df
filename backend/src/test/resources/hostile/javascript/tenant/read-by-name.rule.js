// SPDX-License-Identifier: Apache-2.0
// tries: a metric that only another tenant has
// expect: failed
// never: vault
import { rule } from "sextant";
export default rule({ id: "hostile", every: "1m", needs: ["metrics:read:*"], evaluate({ data, log }) { log(data.metric("victim.secret").last("1h").rows().length); } });

// SPDX-License-Identifier: Apache-2.0
// tries: the name of another tenant's metric, by the suggestion for a near miss
// expect: failed
// never: victim.secret
import { rule } from "sextant";
export default rule({ id: "hostile", every: "1m", needs: ["metrics:read:*"], evaluate({ data, log }) { log(data.metric("victim.secre").last("1h").count()); } });

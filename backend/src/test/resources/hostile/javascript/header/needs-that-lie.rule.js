// SPDX-License-Identifier: Apache-2.0
// tries: needs that are text when checked and something else when read
// expect: completed | failed | invalid
import { rule } from "sextant";
let reads = 0;
const liar = new Proxy(["metrics:read:m"], { get: (target, name) => (name === "0" && reads++ > 0 ? { toString: () => "metrics:read:*" } : target[name]) });
export default rule({ id: "hostile", every: "1m", needs: liar, evaluate({ data, log }) { log(data.metric("other.metric").last("5m").count()); } });

// SPDX-License-Identifier: Apache-2.0
// tries: needs that are wider when the rule runs than when its header was read
// expect: failed
// says: needs
import { rule } from "sextant";
const running = Date.now() > 0;
export default rule({ id: "hostile", every: "1m", needs: running ? ["metrics:read:*"] : ["metrics:read:m"], evaluate({ data, log }) { log(data.metric("other.metric").last("5m").rows().length); } });

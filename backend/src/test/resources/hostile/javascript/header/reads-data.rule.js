// SPDX-License-Identifier: Apache-2.0
// tries: data while the header is read
// expect: invalid
import { rule, p } from "sextant";
const data = p.metric("m").data ?? rule({ id: "x" }).data;
data.metric("m").last("5m").rows();
export default rule({ id: "hostile", every: "1m", evaluate() {} });

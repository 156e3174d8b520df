// SPDX-License-Identifier: Apache-2.0
// tries: characters that parsers stumble over
// expect: invalid
import { rule } from "sextant";
export default rule({ id: "host\u0000ile", every: "1m", title: "\ud800\u0000", evaluate() {} });

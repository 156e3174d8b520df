// SPDX-License-Identifier: Apache-2.0
// tries: a title of megabytes
// expect: completed | failed | invalid
import { rule } from "sextant";
export default rule({ id: "hostile", title: "x".repeat(5e6), every: "1m", evaluate() {} });

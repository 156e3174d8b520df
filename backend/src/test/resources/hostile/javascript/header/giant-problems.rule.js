// SPDX-License-Identifier: Apache-2.0
// tries: mistakes whose texts are megabytes long
// expect: invalid
import { rule } from "sextant";
export default rule(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`f${i}${"x".repeat(2e6)}`, i])));

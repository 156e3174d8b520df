// SPDX-License-Identifier: Apache-2.0
// tries: a hundred thousand mistakes
// expect: invalid
import { rule } from "sextant";
export default rule(Object.fromEntries(Array.from({ length: 1e5 }, (_, i) => [`f${i}`, i])));

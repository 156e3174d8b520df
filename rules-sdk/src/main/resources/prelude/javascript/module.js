// SPDX-License-Identifier: Apache-2.0
// The module that a rule imports as "sextant".
const sextant = globalThis[Symbol.for("sextant")];
delete globalThis[Symbol.for("sextant")];
export const { rule, algorithm, p, fire, clear, suppressed, unknown, not, Duration } = sextant;

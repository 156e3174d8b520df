// SPDX-License-Identifier: Apache-2.0
// The module that a test file imports as "sextant/testing".
const testing = globalThis[Symbol.for("sextant/testing")];
delete globalThis[Symbol.for("sextant/testing")];
export const { check, gen, expect } = testing;

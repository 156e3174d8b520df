// SPDX-License-Identifier: Apache-2.0
// tries: a near word for which the host searches for minutes
// expect: invalid | failed
import { rule } from "sextant";
// ------------------------------------------------------------------------------------------------------------------
throw Object.assign(new Error("searched"), { near: "-".repeat(90000) + "+" });

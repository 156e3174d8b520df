// SPDX-License-Identifier: Apache-2.0
// tries: an error that looks like one of the SDK's, with a lying place
// expect: invalid
const error = new Error("line 99999");
error.name = "RuleError";
Object.defineProperty(error, "near", { get() { return "x".repeat(1e7); } });
throw error;

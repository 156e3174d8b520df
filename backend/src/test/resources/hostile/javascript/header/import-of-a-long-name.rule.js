// SPDX-License-Identifier: Apache-2.0
// tries: a module whose name is a megabyte long
// expect: invalid
import("x".repeat(1e6)).then(() => 1, () => 1);
throw new Error("after");

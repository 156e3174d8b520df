// SPDX-License-Identifier: Apache-2.0
// tries: to throw a proxy that throws
// expect: invalid
throw new Proxy({}, { get() { throw new Error("inner"); }, has() { throw new Error("inner"); }, getPrototypeOf() { throw new Error("inner"); } });

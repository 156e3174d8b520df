// SPDX-License-Identifier: Apache-2.0
// tries: a header that is a proxy which claims every field
// expect: invalid
import { rule } from "sextant";
export default rule(new Proxy({}, { get: (_, name) => name, has: () => true, ownKeys: () => Array.from({ length: 1e4 }, (_, i) => `k${i}`), getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: 1 }) }));

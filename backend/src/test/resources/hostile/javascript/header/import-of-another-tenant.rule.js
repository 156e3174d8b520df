// SPDX-License-Identifier: Apache-2.0
// tries: a shared module by a path that leads to another tenant
// expect: invalid
// never: vault
import { secret } from "./shared/../../victim/shared/secret.js";
export default secret;

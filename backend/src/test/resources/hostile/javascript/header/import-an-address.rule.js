// SPDX-License-Identifier: Apache-2.0
// tries: a module by its address
// expect: invalid
import secrets from "file:///proc/self/environ";
export default secrets;

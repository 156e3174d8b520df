// SPDX-License-Identifier: Apache-2.0
// tries: a path that begins with the SDK's name
// expect: invalid
import environ from "sextant/../proc/self/environ";
export default environ;

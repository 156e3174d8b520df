# SPDX-License-Identifier: Apache-2.0
# tries: JavaScript in a Python rule
# expect: invalid
export default rule({ id: "hostile" });

# SPDX-License-Identifier: Apache-2.0
# tries: a file without a rule
# expect: invalid
x = 1

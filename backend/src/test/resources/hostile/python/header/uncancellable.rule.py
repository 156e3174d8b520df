# SPDX-License-Identifier: Apache-2.0
# tries: what nothing can interrupt, while the header is read
# expect: invalid
x = 7 ** (10 ** 8)

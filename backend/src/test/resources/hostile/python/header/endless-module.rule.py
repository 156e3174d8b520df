# SPDX-License-Identifier: Apache-2.0
# tries: a file that never comes to its end
# expect: invalid
while True:
    pass

# SPDX-License-Identifier: Apache-2.0
# tries: indentation of tabs and spaces by turns
# expect: invalid
from sextant import rule
if True:
        x = 1
	y = 2

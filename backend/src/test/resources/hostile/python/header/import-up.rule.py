# SPDX-License-Identifier: Apache-2.0
# tries: a module above the rule's folder
# expect: invalid
from ....etc import passwd

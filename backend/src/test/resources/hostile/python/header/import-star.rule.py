# SPDX-License-Identifier: Apache-2.0
# tries: everything of a module that is not to be had
# expect: invalid
from java.lang import *

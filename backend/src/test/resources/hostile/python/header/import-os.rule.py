# SPDX-License-Identifier: Apache-2.0
# tries: a module of the operating system, at the head of the file
# expect: invalid
import os

os.system("id")

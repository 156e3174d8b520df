# SPDX-License-Identifier: Apache-2.0
# tries: to end the process while the header is read
# expect: invalid
raise SystemExit(0)

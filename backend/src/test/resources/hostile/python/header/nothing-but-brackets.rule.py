# SPDX-License-Identifier: Apache-2.0
# tries: a bracket that never closes
# expect: invalid
((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((

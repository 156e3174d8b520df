# SPDX-License-Identifier: Apache-2.0
# tries: memory while the header is read
# expect: invalid
everything = []
while True:
    everything.append([1.5] * 10 ** 6)

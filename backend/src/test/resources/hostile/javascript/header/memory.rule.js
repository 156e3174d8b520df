// SPDX-License-Identifier: Apache-2.0
// tries: memory while the header is read
// expect: invalid
const all = [];
for (;;) all.push(new Array(1e6).fill(1.5));

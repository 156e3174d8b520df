// SPDX-License-Identifier: Apache-2.0
// tries: a file that exports nothing
// expect: invalid
export const nothing = 1;

// SPDX-License-Identifier: Apache-2.0
// tries: a file that never comes to its end
// expect: invalid
// says: did not come to its end
for (;;) {}

// SPDX-License-Identifier: Apache-2.0
// tries: a file that is no module
// expect: invalid
with (this) { return; }

// SPDX-License-Identifier: Apache-2.0
// tries: to throw what is no error
// expect: invalid
throw null;

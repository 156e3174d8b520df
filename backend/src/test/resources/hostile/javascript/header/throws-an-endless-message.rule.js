// SPDX-License-Identifier: Apache-2.0
// tries: to throw an error whose message never comes
// expect: invalid
throw { get message() { for (;;) {} }, get near() { for (;;) {} }, toString() { for (;;) {} } };

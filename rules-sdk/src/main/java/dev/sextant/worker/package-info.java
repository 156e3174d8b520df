// SPDX-License-Identifier: Apache-2.0
/// The sandbox worker: a process of its own that runs the rules of one tenant, one evaluation at a time, on GraalVM
/// Polyglot. It holds no data and no rights: everything it can do is ask the backend over its socket, and it ends as
/// soon as that socket does. Start with [Worker], then [GuestLanguage] and its implementations.
@NullMarked
package dev.sextant.worker;

import org.jspecify.annotations.NullMarked;

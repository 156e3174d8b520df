// SPDX-License-Identifier: Apache-2.0
/// What the backend and a sandbox worker say to one another over their socket: versioned, bounded frames. Knows neither
/// Quarkus nor GraalVM, since both sides load it. Start with [Message].
@NullMarked
package dev.sextant.protocol;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/// Walks protobuf messages without generated classes. Start with [Message].
@NullMarked
package dev.sextant.ingest.wire;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/// What careless and hostile senders send, to every protocol. Start with [HostileBodiesTest].
@NullMarked
package dev.sextant.ingest.hostile;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/// How senders write names, units and numbers, and how they are kept. Knows nothing of protocols or series.
@NullMarked
package dev.sextant.ingest.naming;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/// What of a tenant's samples may come in. Start with [Admission]; [Refusals] says what did not.
@NullMarked
package dev.sextant.ingest.admission;

import org.jspecify.annotations.NullMarked;

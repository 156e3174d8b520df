// SPDX-License-Identifier: Apache-2.0
/// Tests of measuring this machine.
@NullMarked
package dev.sextant.ingest.host;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/// Tests of the steps that samples take on their way in.
@NullMarked
package dev.sextant.ingest.cleaning;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/// Tests of samples as JSON.
@NullMarked
package dev.sextant.ingest.json;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/// Samples what the platform measures of itself. Start with [SelfCollector].
@NullMarked
package dev.sextant.ingest.self;

import org.jspecify.annotations.NullMarked;

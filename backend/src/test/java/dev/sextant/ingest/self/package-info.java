// SPDX-License-Identifier: Apache-2.0
/// Tests of sampling the platform's own meters.
@NullMarked
package dev.sextant.ingest.self;

import org.jspecify.annotations.NullMarked;

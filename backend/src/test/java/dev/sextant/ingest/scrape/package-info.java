// SPDX-License-Identifier: Apache-2.0
/// Tests of scraping.
@NullMarked
package dev.sextant.ingest.scrape;

import org.jspecify.annotations.NullMarked;

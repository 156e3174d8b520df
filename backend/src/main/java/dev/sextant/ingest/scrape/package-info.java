// SPDX-License-Identifier: Apache-2.0
/// Scrapes what tenants name: fetches pages of Prometheus text and OpenMetrics, on each target's own beat, and hands them
/// to the line that every sample takes. Start with [ScrapeClock]; [Scraper] does one scrape.
@NullMarked
package dev.sextant.ingest.scrape;

import org.jspecify.annotations.NullMarked;

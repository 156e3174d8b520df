// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.scrape;

/// A target that could not be scraped; the message says why.
final class ScrapeFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    ScrapeFailedException(String message) {
        super(message, null, false, false);
    }

    String detail() {
        var message = getMessage();
        return message == null ? "" : message;
    }
}

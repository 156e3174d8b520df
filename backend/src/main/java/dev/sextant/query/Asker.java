// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

/// Who waits for the answer of a query.
@FunctionalInterface
public interface Asker {
    /// Whether still; asked now and then while the query runs. An interrupted thread does not wait either.
    boolean isWaiting();
}

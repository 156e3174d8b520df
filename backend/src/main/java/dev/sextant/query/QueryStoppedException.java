// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

/// Ends a query from within the reading; caught by the [QueryEngine], which answers with the refusal.
final class QueryStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient QueryResult.Refused refused;

    QueryStoppedException(QueryResult.Refused refused) {
        super(refused.message(), null, false, false);
        this.refused = refused;
    }

    QueryResult.Refused refused() {
        return refused;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.panache;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Long lists of ids in parts that one query may name.
final class IdParts {
    private static final int IDS_OF_A_QUERY = 500;

    private IdParts() {}

    static <T> Stream<List<T>> of(Collection<T> ids) {
        var all = List.copyOf(ids);
        return IntStream.iterate(0, from -> from < all.size(), from -> from + IDS_OF_A_QUERY)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + IDS_OF_A_QUERY)));
    }
}

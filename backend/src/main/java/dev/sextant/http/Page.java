// SPDX-License-Identifier: Apache-2.0
package dev.sextant.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a list, as every list of the REST surface is answered.
///
/// @param items what is on this page
/// @param next the cursor of the next page, null on the last one
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /// A list that fits on one page.
    public static <T> Page<T> all(List<T> items) {
        return new Page<>(items, null);
    }
}

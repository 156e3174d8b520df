// SPDX-License-Identifier: Apache-2.0
package dev.sextant.sdk.gallery;

import java.util.Map;

/// One rule of the gallery. Title and description are those of its header, per language.
///
/// @param language "javascript" or "python"
public record GalleryRule(
        String id,
        String language,
        Map<String, String> title,
        Map<String, String> description,
        String source) {
    public GalleryRule {
        title = Map.copyOf(title);
        description = Map.copyOf(description);
    }
}

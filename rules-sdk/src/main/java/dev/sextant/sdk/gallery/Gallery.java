// SPDX-License-Identifier: Apache-2.0
package dev.sextant.sdk.gallery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Reads the gallery from this jar. Costs a few file reads at each call: keep the list.
public final class Gallery {
    private static final String FOLDER = "/gallery/";

    private Gallery() {}

    /// In the order in which they are shown.
    public static List<GalleryRule> list() {
        try {
            var entries = new JsonMapper().readValue(text("index.json"), Entry[].class);
            return Stream.of(entries).map(Gallery::rule).toList();
        } catch (IOException problem) {
            throw new UncheckedIOException("gallery/index.json is not valid", problem);
        }
    }

    private static GalleryRule rule(Entry entry) {
        return new GalleryRule(
                entry.id(),
                entry.language(),
                entry.title(),
                entry.description(),
                text(entry.file()));
    }

    private static String text(String file) {
        try (var stream = Gallery.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new IllegalStateException("the gallery lacks " + file);
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + FOLDER + file, problem);
        }
    }

    private record Entry(
            String id,
            String language,
            String file,
            Map<String, String> title,
            Map<String, String> description) {}
}

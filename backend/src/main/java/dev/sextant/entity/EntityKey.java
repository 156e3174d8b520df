// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sextant.telemetry.Labels;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What makes an entity itself: its type and the labels that tell it apart from others of the type.
public record EntityKey(String type, Labels labels) {
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int MOST_LABELS = 10;
    private static final int LONGEST_ID = 500;

    public EntityKey {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException(
                    "entity type \"%s\" is not valid: use 1 to 40 lower-case letters, digits and hyphens, a letter first"
                            .formatted(type));
        }
        if (labels.size() == 0 || labels.size() > MOST_LABELS) {
            throw new IllegalArgumentException(
                    "an entity of type %s needs 1 to %d labels that tell it apart, not %d"
                            .formatted(type, MOST_LABELS, labels.size()));
        }
        if (id(type, labels).length() > LONGEST_ID) {
            throw new IllegalArgumentException(
                    "the labels of an entity of type %s are too long: its id may have %d characters"
                            .formatted(type, LONGEST_ID));
        }
    }

    /// The same text for equal keys, safe in addresses: `host:host=web-1`.
    public String id() {
        return id(type, labels);
    }

    /// What people call it when nobody said otherwise: the values of its labels.
    public String defaultName() {
        return String.join("/", labels.asMap().values());
    }

    /// What its id is without the values: the same text for all keys that are told apart by labels of the same names.
    public String shape() {
        return labels.asMap().keySet().stream()
                .map(EntityKey::encoded)
                .collect(Collectors.joining(",", type + ":", ""));
    }

    /// The key of that shape that labels hold; empty when one of its labels is not among them.
    public static Optional<EntityKey> of(String shape, Labels labels) {
        int colon = shape.indexOf(':');
        var names =
                Arrays.stream(shape.substring(colon + 1).split(","))
                        .map(name -> URLDecoder.decode(name.replace('~', '%'), UTF_8))
                        .toList();
        var own = labels.only(names);
        return own.size() == names.size()
                ? Optional.of(new EntityKey(shape.substring(0, colon), own))
                : Optional.empty();
    }

    private static String id(String type, Labels labels) {
        return labels.asMap().entrySet().stream()
                .map(label -> encoded(label.getKey()) + "=" + encoded(label.getValue()))
                .collect(Collectors.joining(",", type + ":", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace('%', '~');
    }
}

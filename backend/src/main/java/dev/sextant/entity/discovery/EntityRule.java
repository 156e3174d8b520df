// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.discovery;

import dev.sextant.entity.EntityKey;
import dev.sextant.entity.Facts;
import dev.sextant.telemetry.Labels;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Series that have all of these labels belong to an entity of this type, which the values tell apart.
///
/// @param name the label that holds what people call it; null: the values of its labels
/// @param tags labels that become tags such as `zone:a`, where a series has them
/// @param owners labels whose values are its owners
public record EntityRule(
        String type,
        List<String> labels,
        @Nullable String name,
        List<String> tags,
        List<String> owners) {
    public EntityRule {
        labels = labels == null ? List.of() : List.copyOf(labels);
        tags = tags == null ? List.of() : List.copyOf(tags);
        owners = owners == null ? List.of() : List.copyOf(owners);
        var sample = labels.stream().distinct().collect(Collectors.toMap(label -> label, _ -> "x"));
        new EntityKey(type == null ? "" : type, Labels.of(sample));
    }

    public static EntityRule of(String type, String... labels) {
        return new EntityRule(type, List.of(labels), null, List.of(), List.of());
    }

    /// The entity that a series belongs to by this rule; empty when it lacks a label, or a value is too long for an id.
    Optional<EntityKey> key(Labels series) {
        var own = series.only(labels);
        if (own.size() < labels.size()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EntityKey(type, own));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// What a series says of its entity.
    Facts facts(EntityKey key, Labels series) {
        var called = name == null ? null : series.value(name);
        try {
            return new Facts(
                    called == null ? key.defaultName() : called,
                    tags.stream()
                            .flatMap(label ->
                                    Stream.ofNullable(series.value(label))
                                            .map(value -> label + ":" + value))
                            .toList(),
                    owners.stream()
                            .flatMap(label -> Stream.ofNullable(series.value(label)))
                            .toList());
        } catch (IllegalArgumentException _) {
            // A value that is no name, tag or owner says nothing.
            return new Facts(shortened(key.defaultName()), List.of(), List.of());
        }
    }

    private static String shortened(String name) {
        return name.length() > 200 ? name.substring(0, 200) : name;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.cleaning;

import com.google.re2j.Pattern;
import dev.sextant.ingest.naming.Names;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;

/// One step with the semantics of Prometheus' `relabel_config`: the values of the source labels, joined, are matched as a
/// whole against an expression, and the action says what follows.
record Relabeling(
        Action action,
        List<String> sourceLabels,
        String separator,
        Pattern regex,
        String targetLabel,
        String replacement,
        long modulus) {
    /// What a step does.
    enum Action {
        REPLACE,
        KEEP,
        DROP,
        LABELMAP,
        LABELDROP,
        LABELKEEP,
        HASHMOD,
        LOWERCASE,
        UPPERCASE,
        KEEPEQUAL,
        DROPEQUAL;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean needsTarget() {
            return switch (this) {
                case REPLACE, HASHMOD, LOWERCASE, UPPERCASE, KEEPEQUAL, DROPEQUAL -> true;
                case KEEP, DROP, LABELMAP, LABELDROP, LABELKEEP -> false;
            };
        }
    }

    Relabeling {
        sourceLabels = List.copyOf(sourceLabels);
    }

    /// Whether all that this step asks and changes is the metric's name.
    boolean concernsTheNameOnly() {
        return switch (action) {
            case LABELMAP, LABELDROP, LABELKEEP -> false;
            case KEEP, DROP -> asksForTheNameOnly();
            case REPLACE, HASHMOD, LOWERCASE, UPPERCASE, KEEPEQUAL, DROPEQUAL ->
                    asksForTheNameOnly() && targetLabel.equals(SeriesEdit.NAME);
        };
    }

    private boolean asksForTheNameOnly() {
        return sourceLabels.stream().allMatch(SeriesEdit.NAME::equals);
    }

    /// Changes the series; false when it is dropped.
    boolean keeps(SeriesEdit series) {
        var value = source(series);
        return switch (action) {
            case KEEP -> regex.matches(value);
            case DROP -> !regex.matches(value);
            case KEEPEQUAL -> series.get(targetLabel).equals(value);
            case DROPEQUAL -> !series.get(targetLabel).equals(value);
            case REPLACE, HASHMOD, LOWERCASE, UPPERCASE -> {
                set(series, value);
                yield true;
            }
            case LABELMAP, LABELDROP, LABELKEEP -> {
                series.names().forEach(name -> each(series, name));
                yield true;
            }
        };
    }

    private void set(SeriesEdit series, String value) {
        switch (action) {
            case HASHMOD ->
                    series.set(
                            targetLabel,
                            Long.toString(Long.remainderUnsigned(hash(value), modulus)));
            case LOWERCASE -> series.set(targetLabel, value.toLowerCase(Locale.ROOT));
            case UPPERCASE -> series.set(targetLabel, value.toUpperCase(Locale.ROOT));
            default -> replace(series, value);
        }
    }

    private void each(SeriesEdit series, String name) {
        boolean isMatch = regex.matches(name);
        if (action == Action.LABELMAP) {
            copy(series, name);
        } else if (isMatch == (action == Action.LABELDROP)) {
            series.set(name, "");
        }
    }

    private String source(SeriesEdit series) {
        if (sourceLabels.size() == 1) {
            return series.get(sourceLabels.getFirst());
        }
        return String.join(separator, sourceLabels.stream().map(series::get).toList());
    }

    private void replace(SeriesEdit series, String value) {
        var matched = regex.matcher(value);
        if (!matched.matches()) {
            return;
        }
        var target = new Template(targetLabel).expand(matched);
        // A name that came out wrong changes nothing, as in Prometheus.
        if (Names.isLabel(target)) {
            series.set(target, new Template(replacement).expand(matched));
        }
    }

    private void copy(SeriesEdit series, String name) {
        var matched = regex.matcher(name);
        if (matched.matches()) {
            var target = new Template(replacement).expand(matched);
            if (Names.isLabel(target)) {
                series.set(target, series.get(name));
            }
        }
    }

    /// The last eight bytes of the MD5 sum, as Prometheus counts, so that both give the same shard.
    private static long hash(String value) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            var sum = digest.digest(value.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(sum, 8, 8).getLong();
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has MD5", absent);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.remotewrite;

import static dev.sextant.ingest.remotewrite.WriteRequests.message;
import static dev.sextant.ingest.remotewrite.WriteRequests.nested;

import dev.sextant.ingest.remotewrite.WriteRequests.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Builds requests of remote write 2.0 as its specification says, since Debian's Prometheus does not send them yet: texts
/// once in a table that begins with the empty one, labels as packed pairs of places in it.
final class Requests2 {
    static final String TYPE = "application/x-protobuf;proto=io.prometheus.write.v2.Request";

    private final List<String> symbols = new ArrayList<>(List.of(""));
    private final List<Part> series = new ArrayList<>();

    Requests2 series(Map<String, String> labels, Part... parts) {
        var refs = new ArrayList<Integer>();
        labels.forEach((name, value) -> {
            refs.add(ref(name));
            refs.add(ref(value));
        });
        var all = new ArrayList<Part>(List.of(refs(refs)));
        all.addAll(List.of(parts));
        series.add(nested(5, all.toArray(Part[]::new)));
        return this;
    }

    Part metadata(int type, String help, String unit) {
        int helpRef = ref(help);
        int unitRef = ref(unit);
        return nested(
                5,
                out -> out.writeEnum(1, type),
                out -> out.writeUInt32(3, helpRef),
                out -> out.writeUInt32(4, unitRef));
    }

    byte[] build() {
        return message(
                out -> {
                    for (var symbol : symbols) {
                        out.writeString(4, symbol);
                    }
                },
                out -> {
                    for (var each : series) {
                        each.write(out);
                    }
                });
    }

    static Part refs(List<Integer> refs) {
        return nested(
                1,
                out -> {
                    for (int ref : refs) {
                        out.writeUInt32NoTag(ref);
                    }
                });
    }

    private int ref(String text) {
        if (!symbols.contains(text)) {
            symbols.add(text);
        }
        return symbols.indexOf(text);
    }
}

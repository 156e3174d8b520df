// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.otlp;

import static dev.sextant.ingest.wire.Message.bytes;
import static dev.sextant.ingest.wire.Message.fixed64;
import static dev.sextant.ingest.wire.Message.varint;

import dev.sextant.ingest.naming.Names;
import dev.sextant.ingest.wire.Message;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Attributes as labels. Names keep their dots; characters that no label's name may have become underscores. Lists and
/// maps as values are left out.
final class Attributes {
    private static final Set<String> OF_RESOURCE =
            Set.of(
                    "service.name",
                    "service.namespace",
                    "service.instance.id",
                    "host.name",
                    "deployment.environment",
                    "deployment.environment.name");

    private Attributes() {}

    /// What of a resource its series are told apart by.
    static Map<String, String> ofResource(Message resource) throws IOException {
        var all = new HashMap<String, String>();
        resource.each(1, pair -> add(pair, all));
        all.keySet().removeIf(name -> !OF_RESOURCE.contains(name) && !name.startsWith("k8s."));
        return all;
    }

    static void add(Message keyValue, Map<String, String> into) throws IOException {
        var pair = new String[] {"", ""};
        keyValue.fields((tag, in) -> {
            if (tag == bytes(1)) {
                pair[0] = in.readStringRequireUtf8();
            } else if (tag == bytes(2)) {
                pair[1] = text(keyValue.nested(in));
            } else {
                return false;
            }
            return true;
        });
        if (!pair[0].isEmpty()) {
            into.put(Names.label(pair[0]), pair[1]);
        }
    }

    private static String text(Message anyValue) throws IOException {
        var text = new String[] {""};
        anyValue.fields((tag, in) -> {
            if (tag == bytes(1)) {
                text[0] = in.readStringRequireUtf8();
            } else if (tag == varint(2)) {
                text[0] = Boolean.toString(in.readBool());
            } else if (tag == varint(3)) {
                text[0] = Long.toString(in.readInt64());
            } else if (tag == fixed64(4)) {
                text[0] = Double.toString(in.readDouble());
            } else {
                return false;
            }
            return true;
        });
        return text[0];
    }
}

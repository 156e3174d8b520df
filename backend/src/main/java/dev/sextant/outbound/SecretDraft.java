// SPDX-License-Identifier: Apache-2.0
package dev.sextant.outbound;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A secret as people send it.
///
/// @param value the password or token; left out: the one that is kept already
/// @param hosts names or addresses that it may be sent to, as sources and targets write them
@Schema(name = "SecretDraft")
public record SecretDraft(@Nullable String value, @Nullable Set<String> hosts) {
    static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?");

    private static final Pattern HOST = Pattern.compile("[a-z0-9.:_\\[\\]-]{1,253}");
    private static final int LONGEST = 8_192;
    private static final int MOST_HOSTS = 20;

    public SecretDraft {
        hosts = hosts == null ? null : Set.copyOf(hosts);
    }

    /// Never the value.
    @Override
    public String toString() {
        return "a secret for " + hosts;
    }

    /// What is wrong with it, or null.
    @Nullable String fault() {
        if (value != null && (value.isEmpty() || value.length() > LONGEST)) {
            return "a value has 1 to %,d characters".formatted(LONGEST);
        }
        if (value != null && value.chars().anyMatch(Character::isISOControl)) {
            return "a value is one line: leave out line breaks and other control characters";
        }
        if (hosts == null || hosts.isEmpty() || hosts.size() > MOST_HOSTS) {
            return "name 1 to %d hosts that the secret may be sent to, such as \"hosts\": [\"db.example.com\"]"
                    .formatted(MOST_HOSTS);
        }
        for (var host : checkedHosts()) {
            if (!HOST.matcher(host).matches()) {
                return "hosts: name each without scheme, port and path, such as \"db.example.com\"";
            }
        }
        return null;
    }

    Set<String> checkedHosts() {
        var lower = new TreeSet<String>();
        if (hosts != null) {
            hosts.forEach(host -> lower.add(host.strip().toLowerCase(Locale.ROOT)));
        }
        return lower;
    }
}

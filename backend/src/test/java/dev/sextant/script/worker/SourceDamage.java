// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A source with one to three faults: words lost, doubled, swapped, replaced by odd ones.
final class SourceDamage {
    private static final Pattern TOKEN = Pattern.compile("\\w+|\\s+|\\W");
    private static final List<String> ODD =
            List.of(
                    "\u0000",
                    "\ud800",
                    "\u202e",
                    "\ufeff",
                    "}",
                    "{",
                    "(",
                    ")",
                    "[",
                    "\"",
                    "'",
                    "`",
                    "/*",
                    "\\",
                    "#",
                    "0x",
                    "1e999",
                    "\n\n",
                    "\t",
                    ";",
                    "import os\n",
                    "await ",
                    "yield ",
                    "return ",
                    "class ",
                    "**",
                    "=>",
                    "…",
                    "x".repeat(20_000),
                    "(".repeat(2_000),
                    "\u2028");

    private final List<String> tokens;
    private final Random random;

    SourceDamage(String source, Random random) {
        this.tokens =
                TOKEN.matcher(source)
                        .results()
                        .map(found -> found.group())
                        .collect(Collectors.toList());
        this.random = random;
    }

    String next() {
        var damaged = new java.util.ArrayList<>(tokens);
        int faults = 1 + random.nextInt(3);
        for (int fault = 0; fault < faults; fault++) {
            int place = random.nextInt(damaged.size());
            var other = damaged.get(random.nextInt(damaged.size()));
            switch (random.nextInt(6)) {
                case 0 -> damaged.remove(place);
                case 1 -> damaged.add(place, damaged.get(place));
                case 2 -> damaged.set(place, other);
                case 3 -> damaged.add(place, ODD.get(random.nextInt(ODD.size())));
                case 4 -> damaged.subList(place, Math.min(place + 20, damaged.size())).clear();
                default -> damaged.add(random.nextInt(damaged.size()), other);
            }
        }
        return String.join("", damaged);
    }
}

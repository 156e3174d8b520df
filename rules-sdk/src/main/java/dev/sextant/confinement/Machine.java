// SPDX-License-Identifier: Apache-2.0
package dev.sextant.confinement;

import java.util.Optional;

/// The kinds of machine whose system calls are known here, with the word that the kernel's filter has for each.
enum Machine {
    X86_64(0xc000003e),
    AARCH64(0xc00000b7);

    private final int audit;

    Machine(int audit) {
        this.audit = audit;
    }

    int audit() {
        return audit;
    }

    /// The machine that this process runs on; nothing where it is not Linux or none of these.
    static Optional<Machine> own() {
        if (!"Linux".equals(System.getProperty("os.name"))) {
            return Optional.empty();
        }
        return switch (System.getProperty("os.arch")) {
            case "amd64" -> Optional.of(X86_64);
            case "aarch64" -> Optional.of(AARCH64);
            default -> Optional.empty();
        };
    }
}

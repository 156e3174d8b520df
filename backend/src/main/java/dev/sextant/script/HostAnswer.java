// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script;

import dev.sextant.telemetry.Frame;

/// What the host says to a call.
public sealed interface HostAnswer {
    record Rows(Frame frame) implements HostAnswer {}

    /// The script sees an error at the line of its call.
    ///
    /// @param code for programs, kebab-case
    /// @param message for the script's author; never names a class or a path
    record Refused(String code, String message) implements HostAnswer {}
}

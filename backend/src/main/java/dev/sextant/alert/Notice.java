// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

/// Whether receivers are to be told of a transition, and what.
public enum Notice {
    /// Only for the record.
    NONE,
    /// It fires, or is worse than receivers know.
    FIRING,
    /// What receivers know of is over.
    RESOLVED
}

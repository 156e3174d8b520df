// SPDX-License-Identifier: Apache-2.0
package dev.sextant.confinement;

/// What a confined process can still do with files that it has not open.
public enum FileAccess {
    /// Nothing at all.
    NONE,
    /// Open them for reading, as far as its user may: a language runtime whose library lies in files needs that.
    READ
}

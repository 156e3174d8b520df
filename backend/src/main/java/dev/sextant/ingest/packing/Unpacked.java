// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.packing;

/// How unpacking ended.
public sealed interface Unpacked {
    record Plain(byte[] bytes) implements Unpacked {}

    record Damaged(String why) implements Unpacked {}

    record TooLarge(String why) implements Unpacked {}
}

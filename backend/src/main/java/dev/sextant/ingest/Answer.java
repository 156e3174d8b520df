// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

/// An answer in the words of a protocol.
public record Answer(int status, String contentType, byte[] body) {}

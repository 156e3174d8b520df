// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.hostile;

/// One body as it is sent.
record HostileBody(String what, String type, String encoding, byte[] bytes) {}

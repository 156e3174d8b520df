// SPDX-License-Identifier: Apache-2.0
/// Channels and the outbox in the metadata database. The only part of the room that knows persistence; start with
/// [PanacheOutbox].
@NullMarked
package dev.sextant.notify.panache;

import org.jspecify.annotations.NullMarked;

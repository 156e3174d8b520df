// SPDX-License-Identifier: Apache-2.0
/// Alerts and their time lines in the metadata database. The only part of the room that knows persistence; start with
/// [PanacheAlerts].
@NullMarked
package dev.sextant.alert.panache;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/// Series that lie elsewhere: what tenants name as sources, read over the same port as the own store. A series of a source is
/// named `source/metric`. How each kind is read is an adapter beside this folder. Start with [SourcedSeries].
@NullMarked
package dev.sextant.store.source;

import org.jspecify.annotations.NullMarked;

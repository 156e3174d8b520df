// SPDX-License-Identifier: Apache-2.0
/// Sources that answer Prometheus' HTTP API. Selectors and ranges are pushed down; raw points come back, so that every
/// operator means the same as on the own store. Start with [PrometheusReader].
@NullMarked
package dev.sextant.store.promapi;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

/// The newest point of a series; of two at one time the one that was written last.
record Newest(long time, double value) {}

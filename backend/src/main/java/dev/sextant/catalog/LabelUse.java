// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog;

/// A label of a metric and how many different values it takes there.
public record LabelUse(String name, long values) {}

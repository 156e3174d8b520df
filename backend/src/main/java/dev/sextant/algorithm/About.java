// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

/// What an algorithm is, for people.
///
/// @param source the paper or book that it comes from
public record About(String english, String chinese, String source) {}

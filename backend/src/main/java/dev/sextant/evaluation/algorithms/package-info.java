// SPDX-License-Identifier: Apache-2.0
/// The catalogue of algorithms, and those of tenants' own, at work: as operations of plans, so that rules and queries have them, and by REST. Start with
/// [AlgorithmMethods].
@NullMarked
package dev.sextant.evaluation.algorithms;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/// What is watched: entities such as hosts and services, the relations between them, and since when until when each of them holds. Knows no series, rules or alerts. Start with [Entities].
@NullMarked
package dev.sextant.entity;

import org.jspecify.annotations.NullMarked;

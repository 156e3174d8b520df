// SPDX-License-Identifier: Apache-2.0
/// What is drawn: the declarative chart that scripts give as evidence and that the browser draws; later dashboards and panels. Data only, never code or HTML. Start with [Chart].
@NullMarked
package dev.sextant.dashboard;

import org.jspecify.annotations.NullMarked;

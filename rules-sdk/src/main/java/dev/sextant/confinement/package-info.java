// SPDX-License-Identifier: Apache-2.0
/// How a worker process gives up what Linux lets a process give up, for all of its threads and for ever. Knows nothing of
/// guests. Start with [Confinement]; why it is a list of what is allowed stands in
/// docs/adr/0007-worker-confinement.md.
@NullMarked
package dev.sextant.confinement;

import org.jspecify.annotations.NullMarked;

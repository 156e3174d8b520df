// SPDX-License-Identifier: Apache-2.0
/// Measures the running product beside its peers, from outside: the load ([Fleet], [WriteBody], [Sender]), the processes
/// ([BenchServer], [Peer], [ProcessMeter]) and the figures ([BenchReport]). Knows nothing of the rooms; speaks HTTP as any
/// client does. Start with [IngestBench].
@NullMarked
package dev.sextant.bench;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/// Runs scripts in worker processes: starts them, hands each to one tenant, speaks to them over Unix domain sockets and
/// kills them when they do not stop. Nothing that a worker says is trusted. Start with [WorkerSandbox], then [WorkerPool].
@NullMarked
package dev.sextant.script.worker;

import org.jspecify.annotations.NullMarked;

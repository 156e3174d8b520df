// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import java.nio.file.Path;

/// Where the files of one worker lie.
///
/// @param folder shared by the workers of this process; the only one a worker may write to
/// @param socket there from the start of a worker until it has connected
/// @param log what the worker writes to its console
record WorkerFiles(Path folder, Path socket, Path log) {}

// SPDX-License-Identifier: Apache-2.0
/// Runs ONNX models of tenants: reads the file before the runtime does, holds its inputs and outputs against what a detector or
/// a forecast is, and hands series through it. Knows the protocol and nothing of guests in languages. Start with [OnnxModels].
@NullMarked
package dev.sextant.worker.onnx;

import org.jspecify.annotations.NullMarked;

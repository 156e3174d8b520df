// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script;

/// How the sandbox is.
///
/// @param compiled whether guests run on the optimising runtime; false: interpreted, over 100 times slower in loops; false
///     also while no worker has reported yet
/// @param workers worker processes alive
public record SandboxStatus(boolean compiled, int workers) {}

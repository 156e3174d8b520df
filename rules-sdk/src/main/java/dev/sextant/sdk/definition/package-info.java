// SPDX-License-Identifier: Apache-2.0
/// The one definition of the SDK, `sdk/definition.json`, and what is generated from it at build time: the TypeScript
/// types that the editor and rule authors use, and the completion list. Runs in the build only. Start with [Generator].
@NullMarked
package dev.sextant.sdk.definition;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script;

import dev.sextant.tenant.TenantId;

/// What the evaluations of each tenant may use.
public interface TenantScriptLimits {
    ScriptLimits find(TenantId tenant);
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script;

import dev.sextant.tenant.TenantId;

/// Runs untrusted scripts where they can harm nobody. Blocks until the script ended or was stopped; safe for many threads.
public interface Sandbox {
    ScriptOutcome run(TenantId tenant, ScriptRequest request, HostCalls host);

    /// Runs an algorithm of a tenant's own for somebody who may hold a worker already, and waits for it: there are
    /// workers that do nothing else, and an algorithm asks for no other.
    default ScriptOutcome apply(TenantId tenant, ScriptRequest request, HostCalls host) {
        return run(tenant, request, host);
    }

    /// Reads the header of a script; the script gets no capability and its evaluation is not called.
    HeaderOutcome header(TenantId tenant, Script script);

    /// Reads what a test file declares, with no capability; nothing that it declares is run.
    HeaderOutcome tests(TenantId tenant, Script script);

    SandboxStatus status();
}

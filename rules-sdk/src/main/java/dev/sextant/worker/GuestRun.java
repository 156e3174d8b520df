// SPDX-License-Identifier: Apache-2.0
package dev.sextant.worker;

import dev.sextant.protocol.Message;

/// One run of one task. One thread runs it; [#cancel] may come from any other.
interface GuestRun {
    /// Runs a rule once and says what came of it; whatever the guest does becomes a message.
    Message.ToBackend evaluate(Message.Evaluate task, GuestHost.HostLink link);

    /// Reads the header of a rule, which gets no capability.
    Message.ToBackend readHeader(Message.ReadHeader task);

    /// Reads what a test file declares; nothing that it declares is run.
    Message.ToBackend readTests(Message.ReadTests task);

    /// Ends the guest, as far as the runtime can: some operations of a guest cannot be interrupted.
    void cancel();
}

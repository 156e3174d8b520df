// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import java.util.List;

/// All that one completed evaluation of a rule said.
///
/// @param findings what was judged; of several for the same labels the worst counts
/// @param judged whether the script judged every subject it saw (`judge(...)`): then a subject without a finding was not
///     seen, else it is well
public record Judgement(List<Finding> findings, boolean judged) {

    public Judgement {
        findings = List.copyOf(findings);
    }

    /// The script named what is bad; whatever it did not name is well.
    public static Judgement ofSuspects(List<Finding> findings) {
        return new Judgement(findings, false);
    }

    /// The script judged each subject; whatever it did not name was not there to be seen.
    public static Judgement ofAll(List<Finding> findings) {
        return new Judgement(findings, true);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

/// A source did not do what it was asked for.
public final class SourceFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String detail;
    private final boolean isTheQuestion;

    private SourceFailedException(String detail, boolean isTheQuestion) {
        super(detail);
        this.detail = detail;
        this.isTheQuestion = isTheQuestion;
    }

    /// The source is broken, away or slow.
    public static SourceFailedException broken(String detail) {
        return new SourceFailedException(detail, false);
    }

    /// The source works but not for this question, so that others may go on asking.
    public static SourceFailedException ofQuestion(String detail) {
        return new SourceFailedException(detail, true);
    }

    /// For people: never a credential, never more than a line of the source's own words.
    public String detail() {
        return detail;
    }

    boolean isTheQuestion() {
        return isTheQuestion;
    }
}

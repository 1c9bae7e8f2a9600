package org.tailwright.workspace.investigation;

import java.io.IOException;

/// A saved investigation that cannot be opened; the message is a sentence for people without a full stop.
public final class UnreadableInvestigation extends IOException {
    private static final long serialVersionUID = 1;

    public UnreadableInvestigation(String sentence) {
        super(sentence);
    }

    public UnreadableInvestigation(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

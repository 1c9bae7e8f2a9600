package org.tailwright.cli;

/// The user asked for something that cannot be: one sentence, exit code 2.
final class Complaint extends RuntimeException {
    private static final long serialVersionUID = 1;

    Complaint(String sentence) {
        super(sentence);
    }

    Complaint(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}

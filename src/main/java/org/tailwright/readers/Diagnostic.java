package org.tailwright.readers;

/// Something odd in a file.
///
/// @param line 1-based line, 0 when `offset` tells
/// @param offset byte offset, -1 when `line` tells
/// @param message one sentence without a full stop
public record Diagnostic(Severity severity, long line, long offset, String message) {
    /// How bad: a note changes no number, a warning left something out, an error lost a part of the file.
    public enum Severity { NOTE, WARNING, ERROR }

    /// As shown to people: position and message.
    public String words() {
        if (line > 0) {
            return "line " + line + ": " + message;
        }
        return offset >= 0 ? "byte " + offset + ": " + message : message;
    }
}

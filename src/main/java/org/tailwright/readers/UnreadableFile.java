package org.tailwright.readers;

/// A file makes no sense to the reader that was asked: one sentence, where, and what to try.
public final class UnreadableFile extends Exception {
    private static final long serialVersionUID = 1;

    private final String position;
    private final String hint;
    private final boolean mappable;

    /// @param sentence what is wrong, ending without a full stop
    /// @param position "line 3", "byte 120" or empty
    /// @param hint what the user can do, or empty
    public UnreadableFile(String sentence, String position, String hint) {
        this(sentence, position, hint, false);
    }

    private UnreadableFile(String sentence, String position, String hint, boolean mappable) {
        super(sentence);
        this.position = position;
        this.hint = hint;
        this.mappable = mappable;
    }

    /// The same, of a file with columns: it can be read when somebody says what they mean ([ReadOptions#mapping]).
    public UnreadableFile asMappable() {
        return new UnreadableFile(getMessage(), position, hint, true);
    }

    /// Whether a mapping of columns can make the file readable.
    public boolean mappable() {
        return mappable;
    }

    /// Where.
    public String position() {
        return position;
    }

    /// What to try.
    public String hint() {
        return hint;
    }

    /// All of it in one line.
    public String line() {
        return getMessage() + (position.isEmpty() ? "" : " (" + position + ")") + (hint.isEmpty() ? "" : "; " + hint);
    }
}

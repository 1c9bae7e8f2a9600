package org.tailwright.readers.perfscript;

import org.tailwright.readers.stacks.Ints;

/// The first words of a line, with their places in it.
final class Words {
    private final String line;
    private final Ints starts = new Ints();
    private final Ints ends = new Ints();

    private Words(String line) {
        this.line = line;
    }

    /// The first `most` words of a line.
    static Words of(String line, int most) {
        Words words = new Words(line);
        int at = 0;
        while (words.size() < most) {
            while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
                at++;
            }
            int from = at;
            while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
                at++;
            }
            if (at == from) {
                break;
            }
            words.starts.add(from);
            words.ends.add(at);
        }
        return words;
    }

    int size() {
        return starts.size();
    }

    String at(int i) {
        return line.substring(starts.at(i), ends.at(i));
    }

    /// The line up to the word `i`.
    String before(int i) {
        return i == 0 ? "" : line.substring(0, ends.at(i - 1)).strip();
    }

    /// The line behind the word `i`.
    String behind(int i) {
        return line.substring(ends.at(i)).strip();
    }
}

package org.tailwright.readers;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What an unknown file comes nearest to: the words that a reader looks for are looked for in the beginning of the file.
final class Guesses {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_#@$][A-Za-z0-9_.:$-]{2,}");
    /// A number ends an array's first element only with a comma or the bracket: logs begin lines with `[12:00:01]`.
    private static final Pattern JSON = Pattern.compile("\\{|\\[\\s*(?:[\\[{\"\\]]|-?\\d[\\d.eE+-]*\\s*[,\\]]|$)");
    private static final int SHOWN = 3;
    /// Words of sentences, which say nothing about a file.
    private static final List<String> PLAIN = List.of("and", "the", "with", "first", "line", "lines", "column", "columns", "names", "members", "member", "json",
            "that", "each", "begins", "starts", "file", "text", "number", "numbers", "for", "has", "have", "from", "time", "times", "value", "values", "its", "then",
            "bytes", "one", "two", "other", "any", "such", "like", "object", "array", "document", "without", "header", "rows", "row", "title", "version");

    private record Guess(Reader reader, List<String> found, List<String> missing) {
        String words() {
            return reader.format() + " (" + String.join(", ", missing) + " not found)";
        }
    }

    private Guesses() {}

    /// The refusal of a file that no reader claims.
    static UnreadableFile of(Head head, List<Reader> readers) {
        String text = head.text();
        String kind = shape(head, text).contains("JSON") ? "JSON" : shape(head, text).contains("XML") ? "XML" : "";
        List<Guess> near = readers.stream().filter(each -> kind.isEmpty() ? !each.recognisedBy().contains("JSON") && !each.recognisedBy().contains("XML") : each.recognisedBy().contains(kind)).map(each -> guess(each, text))
                .filter(each -> each.found().size() >= each.missing().size() && !each.missing().isEmpty())
                .sorted(Comparator.comparingDouble((Guess each) -> -(double) each.found().size() / (each.found().size() + each.missing().size())))
                .limit(SHOWN).toList();
        String nearest = near.isEmpty() ? "" : "; nearest: " + near.stream().map(Guess::words).collect(Collectors.joining(", "));
        return new UnreadableFile("no format is recognised: the file " + shape(head, text) + nearest, "", "`tailwright formats` lists what can be opened");
    }

    private static Guess guess(Reader reader, String text) {
        List<String> words = WORD.matcher(reader.recognisedBy()).results().map(MatchResult::group)
                .filter(each -> !PLAIN.contains(each.toLowerCase(Locale.ROOT))).distinct().toList();
        return new Guess(reader, words.stream().filter(text::contains).toList(), words.stream().filter(each -> !text.contains(each)).toList());
    }

    private static String shape(Head head, String text) {
        String start = text.stripLeading();
        if (JSON.matcher(start).lookingAt()) {
            return "is JSON";
        }
        if (start.startsWith("<")) {
            return "is XML or HTML";
        }
        long odd = 0;
        for (byte each : head.bytes()) {
            odd += each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t' || each == 0x7f ? 1 : 0;
        }
        return odd * 50 > head.bytes().length ? "is binary" : "is text";
    }
}

package org.tailwright.readers.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.Readers;
import org.tailwright.readers.Source;

/// The columns of a delimited text, for somebody to say what they mean.
///
/// @param header whether the first line that is no comment names the columns
/// @param said whether somebody said so, against what the content suggests
/// @param names of the columns; `column 1` and so on where the file has none
/// @param rows first rows of data, each as wide as `names`
/// @param proposed role to column, the best guess
/// @param shape equal for files with equal names and delimiter; without names, for equal kinds of content
public record Layout(boolean header, boolean said, List<String> names, List<List<String>> rows, Map<Role, String> proposed, String shape) {
    private static final int ROWS = 50;

    public Layout {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
        proposed = Map.copyOf(proposed);
    }

    /// The columns of a file; nothing when it has none, or when a reader of one producer's format claims it.
    public static Optional<Layout> of(Source source) throws IOException {
        Head head = source.head();
        boolean free = Readers.find(head).map(DelimitedText.class::isInstance).orElse(true);
        return free && DelimitedText.splits(head) ? Survey.of(head, ReadOptions.DEFAULT).map(each -> of(each, false)) : Optional.empty();
    }

    /// The columns of the same file with its first line taken the other way: as data instead of names, or as names instead of data.
    ///
    /// @return nothing when nothing is left to read
    public Optional<Layout> turned(Source source) throws IOException {
        ReadOptions other = new ReadOptions(ReadOptions.DEFAULT.zone(), Map.of(Survey.HEADER, Survey.word(!header)), Map.of());
        return Survey.of(source.head(), other).filter(each -> !each.dialect().rows().isEmpty()).map(each -> of(each, true));
    }

    private static Layout of(Survey survey, boolean said) {
        Dialect dialect = survey.dialect();
        List<List<String>> rows = dialect.rows().stream().limit(ROWS).map(List::copyOf).toList();
        String columns = named(dialect.names()) ? String.join("\n", dialect.names()).toLowerCase(Locale.ROOT) : survey.columns().toString();
        return new Layout(dialect.header(), said, dialect.names(), rows, Proposal.of(survey), hash(dialect.delimiter() + "\n" + columns));
    }

    /// Whether the file names its columns, in its first line or in a comment.
    public boolean named() {
        return named(names);
    }

    static boolean named(List<String> names) {
        return !names.getFirst().equals("column 1");
    }

    /// What says how the first line is taken, for the mapping of a reader; empty when nobody said it.
    public Map<String, String> mapping() {
        return said ? Map.of(Survey.HEADER, Survey.word(header)) : Map.of();
    }

    /// Whether options say that the first line names the columns, or that it does not; empty when they say nothing.
    public static Optional<Boolean> header(ReadOptions options) {
        return Optional.ofNullable(options.mapping().get(Survey.HEADER)).map(Survey.word(true)::equals);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The first value of a column that is not blank; empty when there is none.
    public String sample(String column) {
        int i = names.indexOf(column);
        return i < 0 ? "" : rows.stream().map(each -> each.get(i).strip()).filter(each -> !each.isEmpty()).findFirst().orElse("");
    }
}

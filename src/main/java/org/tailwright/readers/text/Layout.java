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
/// @param delimiter between fields; a blank stands for any run of blanks
/// @param header whether the file names its columns; else they are `column 1` and so on
/// @param names of the columns
/// @param rows first rows of data, each as wide as `names`
/// @param proposed role to column, the best guess
/// @param shape equal for files with equal names and delimiter; without names, for equal kinds of content
public record Layout(char delimiter, boolean header, List<String> names, List<List<String>> rows, Map<Role, String> proposed, String shape) {
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
        return free && DelimitedText.splits(head) ? Survey.of(head, ReadOptions.DEFAULT).map(Layout::of) : Optional.empty();
    }

    private static Layout of(Survey survey) {
        Dialect dialect = survey.dialect();
        List<List<String>> rows = dialect.rows().stream().limit(ROWS).map(List::copyOf).toList();
        boolean named = dialect.header() || !dialect.names().getFirst().equals("column 1");
        String columns = named ? String.join("\n", dialect.names()).toLowerCase(Locale.ROOT) : survey.columns().toString();
        return new Layout(dialect.delimiter(), named, dialect.names(), rows, Proposal.of(survey), hash(dialect.delimiter() + "\n" + columns));
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

package org.tailwright.readers.spans;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.tailwright.readers.Json;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.text.Lines;
import org.tailwright.work.Work;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/// Reads a file of JSON into a feed, either as one document or line by line, so that one damaged line costs only itself.
public final class JsonSpans {
    private static final int LONGEST_LINE = 1 << 26;
    private static final int CHECKED = 256;

    private JsonSpans() {}

    /// Reads all of it.
    ///
    /// @param tokens reads all values of a parser, which stands before the first; it may throw [JacksonException] in the middle of one
    public static void read(Source source, Work work, SpanFeed feed, Consumer<JsonParser> tokens) throws IOException {
        if (lines(source)) {
            lines(source, work, feed, tokens);
        } else {
            document(source, feed, tokens);
        }
    }

    private static void document(Source source, SpanFeed feed, Consumer<JsonParser> tokens) throws IOException {
        try (InputStream in = source.stream(); JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), in)) {
            tokens.accept(parser);
        } catch (JacksonException e) {
            feed.lost("the JSON breaks off here: " + Json.mistake(e));
        }
    }

    private static void lines(Source source, Work work, SpanFeed feed, Consumer<JsonParser> tokens) throws IOException {
        boolean begun = false;
        try (Lines lines = new Lines(source.stream(), LONGEST_LINE)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                begun = true;
                feed.beginLine();
                line(line, feed, tokens);
                if (lines.number() % CHECKED == 0) {
                    work.check();
                }
            }
        } catch (EOFException | ZipException e) {
            if (!begun) {
                throw e;
            }
            feed.problem("the compressed content ends early; what came before is kept");
        }
    }

    private static void line(String line, SpanFeed feed, Consumer<JsonParser> tokens) throws IOException {
        if (line.isBlank()) {
            return;
        }
        try (JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), line)) {
            tokens.accept(parser);
        } catch (JacksonException e) {
            feed.lost("the line is no whole JSON value: " + Json.mistake(e));
        }
    }

    /// Whether each line is a value of its own: the first line is a whole object or array, and the next begins one.
    private static boolean lines(Source source) throws IOException {
        try {
            List<String> first = source.head().lines(50).stream().map(String::strip).filter(each -> !each.isEmpty()).limit(2).toList();
            return first.size() == 2 && whole(first.getFirst()) && "{[".indexOf(first.getLast().charAt(0)) >= 0;
        } catch (EOFException | ZipException e) {
            return false;
        }
    }

    private static boolean whole(String line) {
        if ("{[".indexOf(line.charAt(0)) < 0) {
            return false;
        }
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else {
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
                if (depth == 0) {
                    return i == line.length() - 1;
                }
            }
        }
        return false;
    }

    /// What reading gave.
    ///
    /// @param hint what a file of this format has
    /// @throws UnreadableFile when there were problems only
    public static ReadResult result(SpanMerge merge, Source source, String format, String hint) throws UnreadableFile {
        if (merge.size() == 0 && merge.diagnostics().count() > 0) {
            throw new UnreadableFile("no span could be read: " + merge.diagnostics().first().getFirst().message(), "", hint);
        }
        if (merge.size() == 0) {
            merge.diagnostics().note("the file is whole and holds no spans");
            return ReadResult.of(format, List.of(), merge.diagnostics(), merge.skipped());
        }
        return ReadResult.of(format, List.of(SpanTable.of(merge, source, format)), merge.diagnostics(), merge.skipped());
    }
}

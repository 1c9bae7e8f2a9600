package org.tailwright.readers.spancsv;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.spans.JsonSpans;
import org.tailwright.readers.spans.SpanFeed;
import org.tailwright.readers.text.QuotedRecords;
import org.tailwright.work.Work;

/// Spans in delimited text.
public final class SpanCsv implements Reader {
    private static final String FORMAT = "span CSV";
    private static final int LOOK = 2000;
    private static final int CHECKED = 0xfff;

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String recognisedBy() {
        return "the header names trace, span and parent ids, a start, and an end or duration; or traceid, rpcid, um, dm and rt";
    }

    @Override
    public Claim recognises(Head head) {
        return Layout.of(head).isPresent() ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Layout layout = Layout.of(source.head())
                .orElseThrow(() -> new UnreadableFile("the columns of spans are not all there", "line 1", "needed are trace, span and parent ids, a start, and an end or duration"));
        SpanFeed feed = SpanFeed.ofTextIds(work);
        Clock clock = clock(source, layout, options);
        clock.assumed().forEach(feed.merge()::assume);
        Rows rows = new Rows(layout, clock, feed);
        read(source, layout, rows, feed, work);
        if (rows.compared() > 0 && rows.different() > 0) {
            feed.merge().doubt(String.format(Locale.ROOT, "%,d of %,d spans give a duration that is not end minus start, which is taken",
                    rows.different(), rows.compared()));
        }
        if (rows.codes()) {
            feed.merge().assume("status codes 2 and from 400 up, and words for errors, mean failure");
        }
        return JsonSpans.result(feed.finish(), source, FORMAT, "each line needs a trace id, a span id, a start, and an end or duration");
    }

    private static Clock clock(Source source, Layout layout, ReadOptions options) throws IOException, UnreadableFile {
        if (layout.callGraph()) {
            return Clock.ofCallGraph();
        }
        List<List<String>> first;
        try (InputStream in = source.stream()) {
            first = QuotedRecords.first(in, layout.delimiter(), LOOK);
        } catch (EOFException | ZipException e) {
            first = List.of();
        }
        return Clock.of(layout, first, options)
                .orElseThrow(() -> new UnreadableFile("the column " + layout.name(Role.START) + " holds no times", "line 2", "times are dates, or seconds to nanoseconds since 1970"));
    }

    private static void read(Source source, Layout layout, Rows rows, SpanFeed feed, Work work) throws IOException {
        boolean[] begun = {false};
        try (InputStream in = source.stream()) {
            long odd = QuotedRecords.each(in, layout.delimiter(), (fields, line) -> {
                if (begun[0]) {
                    feed.beginLine(line);
                    rows.add(fields);
                }
                begun[0] = true; // the header
                if ((line & CHECKED) == 0) {
                    work.check();
                }
                return true;
            });
            if (odd > 0) {
                feed.problem("a quoted field of the record in line " + odd + " is not closed; nothing after it can be read");
            }
        } catch (EOFException | ZipException e) {
            if (!begun[0]) {
                throw e;
            }
            feed.problem("the compressed content ends early; what came before is kept");
        }
    }
}

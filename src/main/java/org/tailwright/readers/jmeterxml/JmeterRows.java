package org.tailwright.readers.jmeterxml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tailwright.data.Dataset;
import org.tailwright.data.Meaning;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Trust;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Work;

/// Sorts the elements of a result file into samples, sub-results and transactions.
final class JmeterRows {
    static final Set<String> WANTED = Set.of(Tags.ROOT, "httpSample", "sample", "sampleResult");

    private static final long MILLI = 1_000_000;

    private final SampleRows samples = new SampleRows();
    private final SampleRows inner = new SampleRows();
    private final SampleRows transactions = new SampleRows();
    private final Nesting nesting = new Nesting();
    private final SampleAttributes sample = new SampleAttributes();
    private final Diagnostics diagnostics = new Diagnostics();
    private long skipped;
    private boolean ended;

    void read(Tags tags, Work work) throws IOException, UnreadableFile {
        long count = 0;
        while (true) {
            if ((++count & 0xff) == 0) {
                work.check();
            }
            switch (tags.next()) {
                case OPEN -> open(tags);
                case CLOSE -> close(tags);
                case BROKEN -> {
                    skipped++;
                    diagnostics.line(Diagnostic.Severity.WARNING, tags.line(), "an element is damaged or cut off");
                }
                case DOCTYPE -> throw new UnreadableFile("the file declares a document type, which JMeter never writes", "line " + tags.line(),
                        "remove the declaration");
                case END -> {
                    finish(tags);
                    return;
                }
            }
        }
    }

    private void open(Tags tags) {
        if (tags.root()) {
            ended = tags.empty();
            return;
        }
        sample.take(tags.names(), tags.values());
        SampleRows rows = sample.transaction ? transactions : nesting.inSample() ? inner : samples;
        if (sample.complete()) {
            nesting.judge(sample);
            rows.add(sample);
        } else {
            skipped++;
            diagnostics.line(Diagnostic.Severity.WARNING, tags.line(), sample.time < 0 ? "a sample has no time stamp (ts)"
                    : sample.elapsed < 0 ? "a sample has no elapsed time (t)" : "a sample's times are out of range");
        }
        if (!tags.empty()) {
            nesting.open(sample);
        }
    }

    private void close(Tags tags) {
        if (!tags.root()) {
            nesting.close();
            return;
        }
        if (nesting.depth() > 0) {
            diagnostics.line(Diagnostic.Severity.WARNING, tags.line(), nesting.depth() + " samples were not closed: those after them may count as sub-results");
        }
        nesting.clear();
        ended = true;
    }

    private void finish(Tags tags) {
        if (!ended) {
            diagnostics.line(Diagnostic.Severity.NOTE, tags.line(), "the file ends before testResults is closed: the run was stopped or the file is cut");
        }
    }

    ReadResult result(Source source, String format) throws UnreadableFile {
        long rows = (long) samples.size() + inner.size() + transactions.size();
        if (rows == 0 && skipped > 0) {
            Diagnostic first = diagnostics.first().getFirst();
            throw new UnreadableFile("none of " + skipped + " elements is a sample with a time: " + first.message(), "line " + first.line(),
                    "JMeter saves the times unless jmeter.save.saveservice.timestamp or time is false");
        }
        if (rows == 0) {
            diagnostics.note("the file has no samples");
            return ReadResult.of(format, List.of(), diagnostics, 0);
        }
        List<Dataset> found = new ArrayList<>();
        add(found, source, format, samples, "", List.of());
        add(found, source, format, inner, " sub-results", List.of("a sub-result's time lies inside the time of its sample"));
        add(found, source, format, transactions, " transactions", List.of("a transaction's time holds the times of the samples inside it"));
        return ReadResult.of(format, found, diagnostics, skipped);
    }

    private void add(List<Dataset> found, Source source, String format, SampleRows rows, String part, List<String> caveats) {
        if (rows.size() == 0) {
            return;
        }
        Meaning.Stamp stamp = nesting.stampsAreEnds() ? Meaning.Stamp.END : Meaning.Stamp.START;
        Meaning meaning = new Meaning(Meaning.Duration.SERVICE_TIME, stamp, MILLI, 0, caveats);
        List<String> doubts = new ArrayList<>();
        if (rows.several() > 0) {
            doubts.add(rows.several() + " rows are means of several samples each: percentiles between them are unknown");
        }
        Trust trust = new Trust(rows.size(), skipped, List.of(stamps()), doubts);
        found.add(new Requests(new Origin(source.name() + part, source.path(), format, trust), rows.table(nesting.stampsAreEnds()), meaning));
    }

    private String stamps() {
        if (!nesting.judged()) {
            return "ts is the start of a sample, as JMeter is delivered (sampleresult.timestamp.start=true)";
        }
        return nesting.stampsAreEnds() ? "ts is the end of a sample: only so do sub-results lie inside their samples"
                : "ts is the start of a sample: only so do sub-results lie inside their samples";
    }
}

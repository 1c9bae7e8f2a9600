package org.tailwright.readers.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.PackedHistogram;
import org.tailwright.data.Histograms;
import org.tailwright.data.Origin;
import org.tailwright.data.Trust;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Work;

/// Durations of which nobody says when they were, from a delimited text: one histogram of nanoseconds. Requests need times; made-up ones would look
/// like a throughput, holes and a dependence that nobody measured.
final class DurationRows {
    private static final int DIGITS = 4;
    private static final double HIGHEST = 0x1p60;

    private final Survey survey;
    private final int duration;
    private final double nanos;
    private final Histogram histogram = new PackedHistogram(DIGITS);
    private final List<String> assumed = new ArrayList<>();
    private final Diagnostics diagnostics = new Diagnostics();
    private double longest = Double.NaN;
    private long skipped;

    private DurationRows(Survey survey) {
        this.survey = survey;
        duration = survey.duration();
        nanos = RequestRows.unit(survey, duration, assumed);
    }

    static ReadResult read(Source source, Survey survey, String format, Work work) throws IOException, UnreadableFile {
        DurationRows rows = new DurationRows(survey);
        Records.each(source, survey.dialect(), rows.diagnostics, work, rows::add);
        return rows.result(source, format);
    }

    private void add(List<String> fields, long line) {
        if (fields.size() == 1 && fields.getFirst().isBlank()) {
            return;
        }
        double length = fields.size() != survey.columns().size() ? Double.NaN : Numbers.parse(fields.get(duration), survey.dialect().decimalComma()) * nanos;
        if (!(length >= 0 && length <= HIGHEST)) {
            skipped++;
            diagnostics.line(Diagnostic.Severity.WARNING, line, fields.size() != survey.columns().size() ? fields.size() + " fields where " + survey.columns().size() + " are due"
                    : "the duration cannot be read");
            return;
        }
        long whole = Math.round(length);
        histogram.recordValue(whole);
        longest = Double.isNaN(longest) ? whole : Math.max(longest, whole);
    }

    private ReadResult result(Source source, String format) throws UnreadableFile {
        if (histogram.getTotalCount() == 0) {
            throw new UnreadableFile("no line has a duration", "line 2", "map duration to another column");
        }
        List<String> doubts = List.of("no column tells when a request was made: nothing is known of throughput, order in time or dependence, so percentiles have no intervals");
        Trust trust = new Trust(histogram.getTotalCount(), skipped, assumed, doubts);
        Histograms.Interval all = new Histograms.Interval(Optional.empty(), "", histogram, longest, false);
        return ReadResult.of(format, List.of(new Histograms(new Origin(source.name(), source.path(), format, trust), List.of(all), 1, true)), diagnostics, skipped);
    }
}

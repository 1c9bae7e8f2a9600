package org.tailwright.readers.vegeta;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.PackedHistogram;
import org.tailwright.data.Histograms;
import org.tailwright.data.Origin;
import org.tailwright.data.Trust;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.calls.CallLines;
import org.tailwright.readers.percentiles.Amounts;
import org.tailwright.work.Work;

/// `vegeta report -type='hist[…]'`: counts between bucket edges. Every count stands at its upper edge; those above the last edge stand there.
public final class VegetaBuckets implements Reader {
    private static final double MICRO = 1000;
    private static final Pattern TITLE = Pattern.compile("Bucket\\s+#\\s+%\\s+Histogram\\s*");
    private static final Pattern ROW = Pattern.compile("\\[(\\S{1,40}),\\s*(\\S{1,40})]\\s+([0-9]{1,15})\\s.*");

    @Override
    public String format() {
        return "Vegeta histogram";
    }

    @Override
    public String recognisedBy() {
        return "title Bucket, #, %, Histogram";
    }

    @Override
    public Claim recognises(Head head) {
        return head.lines(10).stream().anyMatch(each -> TITLE.matcher(each).matches()) ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Diagnostics diagnostics = new Diagnostics();
        Histogram histogram = new PackedHistogram(4);
        long[] above = {0};
        long skipped = CallLines.each(source, 1 << 12, diagnostics, work, (line, _) -> TITLE.matcher(line).matches() ? "" : take(line, histogram, above));
        CallLines.demand(histogram.getTotalCount() > 0, skipped, diagnostics, "a bucket with a count");
        List<String> doubts = new ArrayList<>(List.of("only counts between bucket edges are known: percentiles are upper edges of their buckets"));
        if (above[0] > 0) {
            doubts.add(above[0] + " of " + histogram.getTotalCount() + " values are above the last edge and stand at it: percentiles that reach it are lower bounds");
        }
        Trust trust = new Trust(histogram.getTotalCount(), skipped, List.of("vegeta: service time"), doubts);
        List<Histograms.Interval> only = histogram.getTotalCount() == 0 ? List.of()
                : List.of(new Histograms.Interval(Optional.empty(), "", histogram, Double.NaN, true).with(new Histograms.Fate(above[0], -1, 0)));
        return ReadResult.of(format(), List.of(new Histograms(new Origin(source.name(), source.path(), format(), trust), only, MICRO, true)), diagnostics, skipped);
    }

    private static String take(String line, Histogram histogram, long[] above) {
        Matcher row = ROW.matcher(line);
        if (!row.matches()) {
            return "no bucket with a count";
        }
        double low = Amounts.nanos(row.group(1));
        double high = Amounts.nanos(row.group(2));
        boolean open = row.group(2).equals("+Inf");
        double edge = open ? low : high;
        if (Double.isNaN(edge) || edge > 0x1p60) {
            return "the edges of the bucket are no times";
        }
        long count = Long.parseLong(row.group(3));
        above[0] += open ? count : 0;
        if (count > 0) {
            histogram.recordValueWithCount((long) Math.ceil(edge / MICRO), count);
        }
        return "";
    }
}

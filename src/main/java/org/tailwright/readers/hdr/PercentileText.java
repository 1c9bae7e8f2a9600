package org.tailwright.readers.hdr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
import org.tailwright.readers.percentiles.SpectrumLine;
import org.tailwright.readers.text.Lines;
import org.tailwright.work.Work;

/// Printed percentile distributions (`.hgrm`), as text or CSV, also inside the output of wrk2, and those that vegeta prints for plotting, with the unit in the title. Only the
/// printed points are known. Several tables in one file stay apart: they may speak of the same requests.
public final class PercentileText implements Reader {
    private static final int LONGEST = 1 << 16;

    @Override
    public String format() {
        return "HdrHistogram percentiles";
    }

    @Override
    public String recognisedBy() {
        return "columns Value, Percentile, TotalCount and 1/(1-Percentile)";
    }

    @Override
    public Claim recognises(Head head) {
        List<String> lines = head.lines(200);
        for (int i = 0; i < lines.size(); i++) {
            if (SpectrumLine.isTitle(lines.get(i))) {
                return lines.subList(0, i).stream().anyMatch(each -> each.startsWith("Running ")) ? Claim.MAYBE : Claim.CERTAIN;
            }
        }
        return Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Diagnostics diagnostics = new Diagnostics();
        List<Spectrum> tables = new ArrayList<>();
        try (Lines lines = new Lines(source.stream(), LONGEST)) {
            Spectrum open = null;
            for (String line = lines.next(); line != null; line = lines.next()) {
                work.check();
                if (SpectrumLine.isTitle(line)) {
                    open = new Spectrum(SpectrumLine.unit(line), diagnostics);
                    tables.add(open);
                } else if (open != null && open.ended(line)) {
                    open = null;
                } else if (open != null) {
                    open.add(line, lines.number());
                }
            }
        }
        return result(source, options, tables, diagnostics);
    }

    private ReadResult result(Source source, ReadOptions options, List<Spectrum> tables, Diagnostics diagnostics) throws UnreadableFile {
        List<Histograms.Interval> intervals = new ArrayList<>();
        Set<String> assumed = new LinkedHashSet<>();
        Set<String> doubts = new LinkedHashSet<>();
        for (int i = 0; i < tables.size(); i++) {
            Spectrum table = tables.get(i);
            table.build(tables.size() == 1 ? "" : "table " + (i + 1), options, assumed, doubts).ifPresent(intervals::add);
        }
        long points = tables.stream().mapToLong(Spectrum::size).sum();
        if (points == 0) {
            throw new UnreadableFile("no line has a value, a percentile and a count", "", "");
        }
        long skipped = tables.stream().mapToLong(Spectrum::skipped).sum();
        Origin origin = new Origin(source.name(), source.path(), format(), new Trust(points, skipped, List.copyOf(assumed), List.copyOf(doubts)));
        return ReadResult.of(format(), List.of(new Histograms(origin, intervals, 1, intervals.size() <= 1)), diagnostics, skipped);
    }
}

package org.tailwright.readers.hdr;

import java.io.IOException;
import java.util.List;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.percentiles.SpectrumLine;
import org.tailwright.readers.text.Lines;
import org.tailwright.work.Work;

/// Printed percentile distributions (`.hgrm`), as text or CSV, also inside the output of wrk2. Only the printed points are known.
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
        Spectrum spectrum = new Spectrum();
        try (Lines lines = new Lines(source.stream(), LONGEST)) {
            boolean inside = false;
            for (String line = lines.next(); line != null && !spectrum.ended(line); line = lines.next()) {
                work.check();
                if (inside) {
                    spectrum.add(line, lines.number());
                } else {
                    inside = SpectrumLine.isTitle(line);
                }
            }
        }
        return spectrum.result(source, options, format());
    }
}

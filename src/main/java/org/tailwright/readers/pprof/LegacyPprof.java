package org.tailwright.readers.pprof;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.text.Lines;
import org.tailwright.work.Work;

/// The profiles of gperftools and Go from before protobuf: heap, growth, contention and mutex, counts (goroutines, threads), lists of
/// threads as text, and the binary CPU profile. They hold addresses; only Go's `debug=1` texts name methods.
public final class LegacyPprof implements Reader {
    private static final String FORMAT = "legacy pprof";
    private static final int LONGEST_LINE = 1 << 20;
    private static final int FIRST_LINES = 5;

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String recognisedBy() {
        return "first line 'heap profile:', '--- contention', '--- mutex:', '--- threadz' or 'goroutine profile: total', or binary words 0, 3, 0";
    }

    @Override
    public Claim recognises(Head head) {
        boolean text = head.text().lines().limit(FIRST_LINES).anyMatch(each -> LegacyHeader.of(each.strip()) != null);
        return text || LegacyCpu.Words.of(head.bytes()) != null ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Diagnostics diagnostics = new Diagnostics();
        LegacyParts parts = new LegacyParts(diagnostics);
        LegacyCpu.Words words = LegacyCpu.Words.of(source.head().bytes());
        List<ValueType> types;
        long skipped;
        if (words != null) {
            types = List.of(new ValueType("samples", "count"), new ValueType("cpu", "nanoseconds"));
            try (InputStream in = source.stream()) {
                skipped = new LegacyCpu(words, in).read(parts, work);
            }
        } else {
            LegacyHeader header = header(source);
            if (header == null) {
                throw new UnreadableFile("the first lines do not say what kind of profile this is", "line 1", "");
            }
            types = header.types();
            skipped = text(source, parts, header, work);
        }
        if (parts.size() == 0 && diagnostics.count() > 0) {
            throw new UnreadableFile("no sample could be read: " + diagnostics.first().getFirst().words(), "", "");
        }
        if (parts.size() == 0) {
            diagnostics.note("the profile has no samples");
        }
        return ReadResult.of(FORMAT, parts.recordings(source, FORMAT, types, skipped), diagnostics, skipped);
    }

    private static @Nullable LegacyHeader header(Source source) throws IOException {
        for (String line : source.head().text().lines().limit(FIRST_LINES).toList()) {
            LegacyHeader header = LegacyHeader.of(line.strip());
            if (header != null) {
                return header;
            }
        }
        return null;
    }

    private static long text(Source source, LegacyParts parts, LegacyHeader header, Work work) throws IOException {
        LegacyText text = new LegacyText(parts, header);
        boolean begun = false;
        try (Lines lines = new Lines(source.stream(), LONGEST_LINE)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if ((lines.number() & 0x3ff) == 0) {
                    work.check();
                }
                if (begun) {
                    text.line(line, lines.number());
                } else if (LegacyHeader.of(line.strip()) != null) {
                    begun = true;
                    if (line.strip().startsWith("--- Thread")) {
                        text.line(line, lines.number());
                    }
                }
            }
        }
        text.flush();
        return text.skipped();
    }
}

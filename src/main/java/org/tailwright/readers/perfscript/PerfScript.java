package org.tailwright.readers.perfscript;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.stacks.Profile;
import org.tailwright.readers.text.Lines;
import org.tailwright.work.Work;

/// The text of `perf script`: a line for each sample, below it its call chain, then an empty line. Each event becomes a recording, weighed by
/// its periods; the process is the outermost frame.
public final class PerfScript implements Reader {
    private static final String FORMAT = "perf script";
    private static final int LONGEST_LINE = 1 << 13;
    private static final int LOOKED_AT = 400;
    private static final Pattern ABOUT = Pattern.compile("# (captured on|hostname|os release|perf version|arch|nrcpus online|cpudesc|cmdline|event)\\s*: (.*)");

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String recognisedBy() {
        return "lines of process, time in seconds, event and a colon, with call chains of addresses below";
    }

    @Override
    public Claim recognises(Head head) {
        List<String> lines = head.text().lines().limit(LOOKED_AT).toList();
        long headers = 0;
        long frames = 0;
        long others = 0;
        boolean about = false;
        for (String line : lines) {
            if (line.startsWith("#")) {
                about |= line.startsWith("# perf version") || line.startsWith("# cmdline") && line.contains("perf");
            } else if (frame(line)) {
                frames++;
            } else if (!line.isBlank()) {
                PerfHeader header = PerfHeader.of(line, false);
                boolean sure = header != null && (header.nanos() >= 0 || about) && !header.thread().isEmpty() && !header.event().isEmpty();
                headers += sure ? 1 : 0;
                others += sure ? 0 : 1;
                frames += header != null && frame(" " + header.rest()) ? 1 : 0;
            }
        }
        if (about && (headers > 0 || frames > 0)) {
            return Claim.CERTAIN;
        }
        if (headers > 0 && frames > 0 && others * 2 <= headers + frames) {
            return Claim.CERTAIN;
        }
        return headers > 2 && others * 4 <= headers || frames > 2 && others <= frames ? Claim.MAYBE : Claim.NO;
    }

    /// Whether a line is a blank, an address, a name and a file in brackets.
    private static boolean frame(String line) {
        String text = line.strip();
        int blank = text.indexOf(' ');
        return (line.startsWith(" ") || line.startsWith("\t")) && text.endsWith(")") && text.indexOf('(') > 0 && blank > 0 && blank <= 16
                && text.substring(0, blank).chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Profile profile = new Profile();
        Diagnostics diagnostics = new Diagnostics();
        PerfSamples samples = new PerfSamples(profile, diagnostics);
        try (Lines lines = new Lines(source.stream(), LONGEST_LINE)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if ((lines.number() & 0x3ff) == 0) {
                    work.check();
                }
                if (!line.startsWith("#")) {
                    samples.line(line, lines.number());
                } else if (samples.samples() == 0) {
                    Matcher about = ABOUT.matcher(line);
                    if (about.matches()) {
                        profile.setting("perf#" + about.group(1), about.group(2).strip());
                    }
                }
            }
        }
        samples.finish();
        if (samples.samples() == 0 && diagnostics.count() == 0) {
            diagnostics.add(new Diagnostic(Diagnostic.Severity.NOTE, 0, -1, "perf recorded no samples"));
        } else if (samples.samples() == 0) {
            throw new UnreadableFile("no sample could be read: " + diagnostics.first().getFirst().words(), "",
                    "perf script prints process, thread, time and event unless -F says otherwise");
        }
        return ReadResult.of(FORMAT, profile.recordings(source, FORMAT, samples.skipped()), diagnostics, samples.skipped());
    }
}

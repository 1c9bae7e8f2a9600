package org.tailwright.readers.gclog;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.text.Lines;
import org.tailwright.work.Work;

/// Logs of the JVM's garbage collectors: unified logging of JDK 9 and later with any decorations, and the formats of JDK 8 and earlier, of G1,
/// Parallel, Serial, CMS, ZGC and Shenandoah. Pauses, concurrent phases, safepoints and stalls become requests of their own data sets, the
/// occupancy of the heap becomes metrics. Statistics tables, which repeat pauses, are read only where there is nothing else.
public final class GcLog implements Reader {
    private static final String FORMAT = "JVM GC log";
    private static final int LONGEST = 1 << 16;
    private static final Pattern UNIFIED = Pattern.compile(
            "(?:[^\\[]{0,80}(?=\\[))?(?:\\[[^\\]]{1,60}\\])*\\s*(?:GC\\(\\d+\\) .*|Using (?:G1|Parallel|Serial|Shenandoah|Epsilon|The Z Garbage Collector|Concurrent Mark Sweep)\\s*|Safepoint \".*)");
    private static final Pattern TAGGED = Pattern.compile("[^\\[]{0,80}(?:\\[[^\\]]{1,60}\\])*\\[(?:gc|safepoint)[a-z,]* *\\].*");
    private static final Pattern OLD = Pattern.compile("(?:\\S{28}: )?(?:\\d+[.,]\\d{3}: )?(?:#\\d+: )?"
            + "\\[(?:GC[ \\[-].*|Full GC[ \\[].*|CMS-concurrent-.*|Pause (?:Init|Final|Full|Degenerated).*)");

    /// How the lines of a log are written.
    private enum Style { UNIFIED, OLD, NONE }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String recognisedBy() {
        return "lines with [gc] or [safepoint] tags or GC(number), or [GC and [Full GC with seconds";
    }

    @Override
    public Claim recognises(Head head) {
        List<String> lines = head.lines(2000);
        if (lines.stream().map(GcLog::style).anyMatch(each -> each != Style.NONE)) {
            return Claim.CERTAIN;
        }
        return lines.stream().anyMatch(each -> SafepointText.stopped(each) >= 0) ? Claim.MAYBE : Claim.NO;
    }

    private static Style style(String line) {
        if (TAGGED.matcher(line).matches() || UNIFIED.matcher(line).matches()) {
            return Style.UNIFIED;
        }
        return OLD.matcher(line).lookingAt() ? Style.OLD : Style.NONE;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        GcEvents events = new GcEvents();
        Style style = source.head().lines(2000).stream().map(GcLog::style).filter(each -> each != Style.NONE).findFirst().orElse(Style.OLD);
        UnifiedLines unified = new UnifiedLines(events);
        OldText old = new OldText(events);
        try (Lines lines = new Lines(source.stream(), LONGEST)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if ((lines.number() & 0xff) == 0) {
                    work.check();
                }
                if (style == Style.UNIFIED) {
                    unified.add(line, lines.number());
                } else {
                    old.add(line, lines.number());
                }
            }
        }
        unified.end();
        old.end();
        return new GcDatasets(events, style == Style.UNIFIED ? "unified logging" : "JDK 8 or earlier").result(source, FORMAT);
    }
}

package org.tailwright.readers.sysstat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.series.SeriesLines;
import org.tailwright.work.Work;

/// What sar, mpstat, pidstat and iostat print, in any locale, with clocks of 12 or 24 hours or seconds since 1970. Averages at the end are left
/// out, since they can be computed.
public final class SysstatText implements Reader {
    private static final int LOOK = 60;
    private static final Pattern BANNER = Pattern.compile("\\S{1,40} \\S{1,100} \\([^)]{0,255}\\)\\s+(\\S{6,20})(?:\\s+_\\S{1,30}_)?(?:\\s+\\(\\d+ \\S+\\))?\\s*");
    private static final String TIME = "\\d{1,2}[:.h時时]\\d{2}[:.m分]\\d{2}[s秒]?";
    private static final Pattern HEADING = Pattern.compile("\\s*#?\\s*(?:Time|" + TIME + ")(?:\\s+[AaPp]\\.?[Mm]\\.?)?\\s+(?:CPU|DEV|IFACE|UID|USER|INTR|PID|TTY)\\s+\\D.*");
    private static final Pattern HALF = Pattern.compile("\\d:\\d{2} [AP]M\\b");
    private static final Pattern COMMA = Pattern.compile("\\s\\d+,\\d{2}(?=\\s)");

    @Override
    public String format() {
        return "sysstat text";
    }

    @Override
    public String recognisedBy() {
        return "the banner `Linux version (host) date` over tables of sar, mpstat, pidstat or iostat";
    }

    @Override
    public Claim recognises(Head head) {
        List<String> lines = head.lines(LOOK);
        boolean banner = lines.stream().anyMatch(each -> banner(each) != null);
        boolean table = lines.stream().anyMatch(SysstatText::heading);
        if (banner && table || lines.stream().anyMatch(each -> each.startsWith("avg-cpu:"))) {
            return Claim.CERTAIN;
        }
        return table || banner && lines.stream().anyMatch(each -> each.contains("LINUX RESTART")) ? Claim.MAYBE : Claim.NO;
    }

    /// The date of a banner, null for another line.
    static @Nullable String banner(String line) {
        var match = BANNER.matcher(line);
        return line.length() < 500 && match.matches() && match.group(1).chars().filter(c -> c >= '0' && c <= '9').count() >= 4 ? match.group(1) : null;
    }

    private static boolean heading(String line) {
        String plain = line.strip();
        return line.length() < 2000 && (HEADING.matcher(line).matches() || plain.startsWith("Device") && plain.contains("/s") || plain.startsWith("avg-cpu:")
                || plain.matches(TIME + "(?: [APap]\\.?[Mm]\\.?)?(?:\\s+[%A-Za-z][^\\s]*)+"));
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        String head = source.head().text();
        boolean dayFirst = COMMA.matcher(head).find() && !HALF.matcher(head).find();
        SeriesLines lines = new SeriesLines();
        SysstatLines reports = new SysstatLines(lines, new SysstatClock(lines, options.zone(), dayFirst));
        SeriesLines.each(source, work, reports::take);
        reports.tell();
        return lines.result(source, format(), "the tools print a banner, headings that begin with a time, and rows of numbers");
    }

    /// The words of a line.
    static List<String> words(String line) {
        String plain = line.strip();
        return plain.isEmpty() ? List.of() : Arrays.asList(plain.split("\\s+"));
    }
}

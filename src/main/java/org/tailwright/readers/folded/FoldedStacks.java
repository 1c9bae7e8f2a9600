package org.tailwright.readers.folded;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.stacks.Profile;
import org.tailwright.readers.stacks.SampleRows;
import org.tailwright.readers.stacks.WeightUnit;
import org.tailwright.readers.text.Lines;
import org.tailwright.work.Work;

/// Folded (collapsed) stacks of async-profiler, `stackcollapse-*`, inferno, py-spy, rbspy and others: `outermost;…;innermost 42`. Two numbers
/// behind every stack are two profiles, as `difffolded` writes them. A row is a line, its weight is the number.
public final class FoldedStacks implements Reader {
    private static final String FORMAT = "folded stacks";
    private static final int LONGEST_LINE = 1 << 20;
    private static final int LOOKED_AT = 200;
    private static final Pattern LOG = Pattern.compile("^\\[?(?:\\d{4}-\\d\\d-\\d\\d|\\d{1,3}(?:\\.\\d{1,3}){3}\\b)");
    private static final List<String> ENDINGS = List.of(".collapsed", ".folded", ".stackcollapse", ".collapse");

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String recognisedBy() {
        return "lines of names parted by semicolons, each with a number behind a blank";
    }

    @Override
    public Claim recognises(Head head) {
        boolean named = ENDINGS.stream().anyMatch(head::named);
        List<String> lines = head.lines(LOOKED_AT).stream().filter(each -> !comment(each)).toList();
        long stacks = lines.stream().filter(FoldedStacks::stack).count();
        long deep = lines.stream().filter(each -> stack(each) && each.indexOf(';') >= 0).count();
        if (lines.isEmpty() || stacks * 10 < lines.size() * 7L) {
            return Claim.NO;
        }
        boolean marked = lines.stream().anyMatch(each -> stack(each) && (each.contains("_[j];") || each.contains("_[k];") || each.contains("_[i];")));
        if (named || marked && deep * 2 >= stacks) {
            return Claim.CERTAIN;
        }
        return deep * 2 >= stacks ? Claim.MAYBE : Claim.NO;
    }

    /// Whether a line can be a stack: a name with a letter, and one or two numbers behind it. Logs begin with a date or an address, or end in
    /// more numbers.
    private static boolean stack(String line) {
        FoldedLine cut = FoldedLine.of(line);
        if (cut == null) {
            return false;
        }
        FoldedLine second = FoldedLine.of(cut.stack());
        boolean log = LOG.matcher(line).find() || second != null && FoldedLine.of(second.stack()) != null;
        boolean opens = line.startsWith("{") || line.startsWith("<") || line.startsWith("\"");
        return !opens && !log && cut.stack().chars().anyMatch(Character::isLetter) && cut.stack().chars().noneMatch(c -> c < ' ' && c != '\t');
    }

    private static boolean comment(String line) {
        return line.isBlank() || line.startsWith("#") || line.startsWith("//");
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        boolean two = twoColumns(source.head());
        Profile profile = new Profile();
        String said = options.units().getOrDefault("weight", options.units().getOrDefault("value", ""));
        WeightUnit unit = WeightUnit.of(said.isEmpty() ? "count" : said.toLowerCase(Locale.ROOT));
        if (said.isEmpty()) {
            profile.assume("the numbers behind the stacks are samples: the file names no unit");
        }
        if (two) {
            profile.assume("of two numbers behind a stack the first is before, the second after");
        }
        // Flame graphs of differences take their widths from the second number, so it stands first.
        SampleRows rows = profile.kind(two ? "after" : "samples", unit.unit());
        SampleRows before = two ? profile.kind("before", unit.unit()) : new SampleRows("", Unit.NONE);
        Diagnostics diagnostics = new Diagnostics();
        long skipped = 0;
        FoldedFrames frames = new FoldedFrames(profile.frames(), profile.tree());
        try (Lines lines = new Lines(source.stream(), LONGEST_LINE)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if ((lines.number() & 0x3ff) == 0) {
                    work.check();
                }
                String wrong = comment(line) ? "" : take(line, unit.factor(), frames, rows, two ? before : null);
                if (!wrong.isEmpty()) {
                    skipped++;
                    diagnostics.line(Diagnostic.Severity.WARNING, lines.number(), wrong);
                }
            }
        }
        if (rows.size() == 0) {
            throw new UnreadableFile("no line holds a stack with a number behind it", "line 1", "a line reads main;work;sort 42");
        }
        return ReadResult.of(FORMAT, profile.recordings(source, FORMAT, skipped), diagnostics, skipped);
    }

    /// What is wrong with a line; empty when it was taken.
    private static String take(String line, double factor, FoldedFrames frames, SampleRows rows, @Nullable SampleRows before) {
        FoldedLine last = FoldedLine.of(line);
        FoldedLine first = last == null || before == null ? last : FoldedLine.of(last.stack());
        if (last == null || first == null) {
            return before == null ? "no number stands behind the stack" : "two numbers should stand behind the stack";
        }
        if (last.value() < 0 || first.value() < 0) {
            return "a weight below zero";
        }
        int node = frames.node(first.stack());
        if (node < 0) {
            return "no frame stands before the number";
        }
        String thread = frames.thread();
        rows.add(node, last.value() * factor);
        if (thread != null) {
            rows.thread(thread);
        }
        if (before != null) {
            before.add(node, first.value() * factor);
            if (thread != null) {
                before.thread(thread);
            }
        }
        return "";
    }

    /// Whether every stack of the beginning has two numbers behind it. A frame may end in a number, but not each one.
    private static boolean twoColumns(Head head) {
        List<FoldedLine> seen = head.lines(LOOKED_AT).stream().filter(each -> !comment(each)).map(FoldedLine::of)
                .filter(Objects::nonNull).toList();
        return !seen.isEmpty() && seen.stream().allMatch(each -> {
            FoldedLine more = FoldedLine.of(each.stack());
            return more != null && more.stack().chars().anyMatch(Character::isLetter);
        });
    }
}

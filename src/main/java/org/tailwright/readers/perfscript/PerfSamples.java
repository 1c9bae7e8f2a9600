package org.tailwright.readers.perfscript;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Longs;
import org.tailwright.data.Stacks;
import org.tailwright.data.Texts;
import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.stacks.Ints;
import org.tailwright.readers.stacks.Profile;
import org.tailwright.readers.stacks.Reals;
import org.tailwright.readers.stacks.SampleRows;
import org.tailwright.readers.stacks.StackTree;

/// Collects samples line by line, by event. Frames are printed innermost first.
final class PerfSamples {
    private static final int DEEPEST = 10_000;

    /// The samples of one event, weighed when all are known.
    private static final class Kind {
        final Ints nodes = new Ints();
        final Reals periods = new Reals();
        final Longs.Builder starts = Longs.builder(Unit.TIME);
        final Texts.Builder threads = Texts.builder();
        boolean weighed = true;
        boolean timed = true;
    }

    private final Profile profile;
    private final Diagnostics diagnostics;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, int[]> known = new HashMap<>();
    private final Ints stack = new Ints();
    private @Nullable PerfHeader open;
    private boolean chained;
    private long skipped;
    private long samples;
    private long idle;

    PerfSamples(Profile profile, Diagnostics diagnostics) {
        this.profile = profile;
        this.diagnostics = diagnostics;
    }

    /// Takes in a line that is no comment.
    void line(String line, long number) {
        if (line.isBlank()) {
            flush();
            return;
        }
        boolean indented = Character.isWhitespace(line.charAt(0));
        if (open == null || !indented) {
            header(line, number);
        } else if (!frame(line.strip())) {
            PerfHeader next = PerfHeader.of(line, false);
            if (next != null && next.nanos() >= 0) {
                begin(next);
            } else if (!line.strip().contains(":")) {
                // Lines of source code have a colon; they say nothing that the flame graph shows.
                wrong(number, "no frame: address, symbol and file are due");
            }
        }
    }

    private void header(String line, long number) {
        PerfHeader next = PerfHeader.of(line, open == null);
        if (next == null) {
            flush();
            wrong(number, "no sample: process, time and event are due");
        } else {
            begin(next);
        }
    }

    private void wrong(long number, String why) {
        skipped++;
        diagnostics.line(Diagnostic.Severity.WARNING, number, why);
    }

    private void begin(PerfHeader next) {
        flush();
        open = next;
        // Without call chains the one frame stands in the same line.
        if (!next.rest().isEmpty() && next.rest().matches("[0-9a-f]{4,16}\\s.*\\)")) {
            frame(next.rest());
        }
    }

    private boolean frame(String text) {
        String key = key(text);
        int[] codes = known.get(key);
        if (codes == null) {
            PerfFrame frame = PerfFrame.of(text);
            boolean sample = text.contains(": ") && PerfHeader.of(text, false) instanceof PerfHeader other && other.nanos() >= 0;
            if (frame == null || sample) {
                return false;
            }
            codes = frame.codes(profile.frames());
            known.put(key, codes);
        }
        for (int i = codes.length - 1; i >= 0 && stack.size() < DEEPEST; i--) {
            stack.add(codes[i]);
        }
        chained = true;
        return true;
    }

    /// What of a frame's line says which frame it is: all but the address before and the offset behind the symbol, which differ from sample
    /// to sample.
    private static String key(String text) {
        int from = 0;
        while (from < text.length() && hexadecimal(text.charAt(from))) {
            from++;
        }
        boolean addressed = from > 0 && from < text.length() && text.charAt(from) == ' ';
        String rest = addressed ? text.substring(from) : text;
        int offset = rest.lastIndexOf("+0x");
        int end = offset + 3;
        while (offset > 0 && end < rest.length() && hexadecimal(rest.charAt(end))) {
            end++;
        }
        boolean whole = offset > 0 && (end == rest.length() || rest.charAt(end) == ' ');
        return whole ? rest.substring(0, offset) + rest.substring(end) : rest;
    }

    private static boolean hexadecimal(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }

    /// Ends the sample that is open.
    void flush() {
        PerfHeader now = open;
        if (now != null) {
            add(now);
        }
        open = null;
        stack.cut(0);
    }

    private void add(PerfHeader now) {
        Kind kind = kinds.computeIfAbsent(now.event().isEmpty() ? "samples" : now.event(), _ -> new Kind());
        int node = now.process().isEmpty() ? StackTree.NONE
                : profile.tree().child(StackTree.NONE, profile.frames().code(now.process(), Stacks.Frame.NATIVE));
        for (int i = stack.size() - 1; i >= 0; i--) {
            node = profile.tree().child(node, stack.at(i));
        }
        kind.nodes.add(node);
        kind.periods.add(now.period());
        kind.starts.add(now.nanos());
        kind.threads.add(now.thread().isEmpty() ? now.process() : (now.process() + " " + now.thread()).strip());
        kind.weighed &= now.period() > 0;
        kind.timed &= now.nanos() >= 0;
        samples++;
        idle += now.process().equals("swapper") ? 1 : 0;
    }

    /// Hands over the samples of all events, the most frequent first.
    void finish() {
        flush();
        kinds.entrySet().stream().sorted((a, b) -> Integer.compare(b.getValue().nodes.size(), a.getValue().nodes.size()))
                .forEach(each -> rows(each.getKey(), each.getValue()));
        if (kinds.values().stream().anyMatch(each -> each.timed)) {
            profile.assume("times count from the start of the machine, not from 1970: perf prints no date");
        }
        if (idle > 0) {
            profile.doubt(Math.round(100.0 * idle / samples) + " % of the samples are of swapper: a processor with nothing to do");
        }
        if (samples > 0 && !chained) {
            profile.doubt("no sample has a call chain; perf record -g records them");
        }
    }

    private void rows(String event, Kind kind) {
        SampleRows rows = profile.kind(event, kind.weighed ? unit(event) : Unit.COUNT);
        if (!kind.weighed) {
            profile.assume("every sample of " + event + " counts once: its period is not printed");
        }
        Longs starts = kind.starts.build();
        Texts threads = kind.threads.build();
        for (int i = 0; i < kind.nodes.size(); i++) {
            rows.add(kind.nodes.at(i), kind.weighed ? kind.periods.at(i) : 1).thread(threads.at(i));
            if (kind.timed) {
                rows.start(starts.at(i));
            }
        }
    }

    /// What a period counts: clocks count nanoseconds, others what they are named after.
    private static Unit unit(String event) {
        String bare = event.replaceFirst("^[a-z_]+/", "").replaceFirst("[/:].*$", "");
        return switch (bare) {
            case "cpu-clock", "task-clock" -> Unit.DURATION;
            case "cycles", "cpu-cycles", "ref-cycles", "cpu_cycles" -> Unit.of("cycles");
            default -> event.contains(":") && !bare.equals(event) && event.matches("[a-z_0-9]+:[a-zA-Z_0-9]{4,}.*") ? Unit.of("events") : Unit.of(bare);
        };
    }

    long samples() {
        return samples;
    }

    long skipped() {
        return skipped;
    }
}

package org.tailwright.readers.tsung;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tailwright.data.Dataset;
import org.tailwright.data.Doubles;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Longs;
import org.tailwright.data.Metrics;
import org.tailwright.data.Origin;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.calls.CallLines;
import org.tailwright.readers.percentiles.KnownPercentiles;
import org.tailwright.readers.percentiles.PrintedRuns;
import org.tailwright.work.Work;

/// `tsung.log`: every ten seconds counts, and of each kind of request count and mean with the extremes so far. There are no percentiles in it:
/// the means become metrics, and of the whole run minimum, mean and maximum are told.
public final class TsungLog implements Reader {
    private static final Pattern DUMP = Pattern.compile("# stats: dump at ([0-9]{9,10})(?:\\.[0-9]+)?\\s*");
    private static final Pattern STATS = Pattern.compile("stats: (\\S+(?: \\S+@\\S+)?)((?: -?[0-9][0-9.eE+-]{0,30}){2,7})\\s*");
    private static final long SECOND = 1_000_000_000L;
    private static final double MILLI = 1e6;
    private static final int MOST_SERIES = 2000;

    @Override
    public String format() {
        return "Tsung log";
    }

    @Override
    public String recognisedBy() {
        return "lines \"# stats: dump at\" and \"stats:\"";
    }

    @Override
    public Claim recognises(Head head) {
        return head.lines(200).stream().anyMatch(each -> DUMP.matcher(each).matches()) ? Claim.CERTAIN : Claim.NO;
    }

    /// A series while it grows.
    private record Growing(Longs.Builder times, Doubles.Builder values) {
        void add(long time, double value) {
            times.add(time);
            values.add(value);
        }
    }

    /// The last figures of a kind of request: the extremes and the mean are those of the whole run so far.
    private record Whole(double min, double max, double mean, long count) {}

    /// What was read so far.
    private static final class State {
        private final SequencedMap<String, Growing> series = new LinkedHashMap<>();
        private final SequencedMap<String, Whole> wholes = new LinkedHashMap<>();
        private long first;
        private long time;

        String take(String line) {
            Matcher dump = DUMP.matcher(line);
            if (dump.matches()) {
                long found = Long.parseLong(dump.group(1)) * SECOND;
                if (found < time) {
                    return "the time lies before the one before";
                }
                time = found;
                first = first == 0 ? time : first;
                return "";
            }
            Matcher stats = STATS.matcher(line);
            if (!stats.matches()) {
                return line.startsWith("stats:") ? "a name and two or seven numbers are due" : "";
            }
            return time == 0 ? "figures before the first time" : figures(stats.group(1), stats.group(2).strip().split(" "));
        }

        private String figures(String name, String[] fields) {
            double[] values = new double[fields.length];
            for (int i = 0; i < fields.length; i++) {
                try {
                    values[i] = Double.parseDouble(fields[i]);
                } catch (NumberFormatException e) {
                    return "a number is wrong";
                }
            }
            boolean measured = values.length == 7;
            add(measured ? name + " count" : name, Unit.COUNT, values[0]);
            if (measured) {
                boolean duration = !name.startsWith("{") && !name.contains("@");
                add(name + " mean", duration ? Unit.DURATION : Unit.NONE, values[0] > 0 ? values[1] * (duration ? MILLI : 1) : Double.NaN);
                double all = values[0] + values[6];
                if (duration && all > 0 && all < 1e15) {
                    wholes.put(name, new Whole(values[4] * MILLI, values[3] * MILLI, (values[0] * values[1] + values[6] * values[5]) / all * MILLI, (long) all));
                }
            }
            return "";
        }

        private void add(String name, Unit unit, double value) {
            if (series.size() < MOST_SERIES || series.containsKey(name)) {
                series.computeIfAbsent(name, _ -> new Growing(Longs.builder(Unit.TIME), Doubles.builder(unit))).add(time, value);
            }
        }
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Diagnostics diagnostics = new Diagnostics();
        State state = new State();
        long skipped = CallLines.each(source, 1 << 12, diagnostics, work, (line, _) -> state.take(line));
        CallLines.demand(!state.series.isEmpty(), skipped, diagnostics, "a line of figures");
        List<Dataset> found = new ArrayList<>();
        PrintedRuns runs = new PrintedRuns();
        runs.overlapping();
        runs.assume("Tsung: times are milliseconds of service time");
        Optional<TimeSpan> span = state.first == 0 ? Optional.empty() : Optional.of(new TimeSpan(state.first, state.time));
        state.wholes.forEach((name, whole) -> runs.add(span, name, new KnownPercentiles().min(whole.min()).max(whole.max()).mean(whole.mean()).count(whole.count())));
        found.addAll(runs.datasets(source, format(), LoadPoints.Axis.USERS, skipped));
        if (!state.series.isEmpty()) {
            List<Metrics.Series> series = state.series.entrySet().stream()
                    .map(each -> new Metrics.Series(each.getKey(), Map.of(), each.getValue().times().build(), each.getValue().values().build())).toList();
            Trust trust = new Trust(series.stream().mapToLong(each -> each.times().size()).sum(), skipped,
                    List.of("figures stand at the end of their period of usually 10 s"), List.of());
            found.add(new Metrics(new Origin(source.name() + " figures", source.path(), format(), trust), series));
        } else {
            diagnostics.note("the log holds no figures");
        }
        return ReadResult.of(format(), found, diagnostics, skipped);
    }
}

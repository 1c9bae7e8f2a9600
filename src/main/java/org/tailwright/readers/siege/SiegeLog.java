package org.tailwright.readers.siege;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tailwright.data.Column;
import org.tailwright.data.Dataset;
import org.tailwright.data.Doubles;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Longs;
import org.tailwright.data.Metrics;
import org.tailwright.data.Origin;
import org.tailwright.data.Table;
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
import org.tailwright.work.Work;

/// `siege.log`: one run a line with its end, count, mean time, rate and mean concurrency.
public final class SiegeLog implements Reader {
    private static final Pattern TITLE = Pattern.compile("\\s*Date & Time,\\s+Trans,\\s+Elap Time,.*");
    private static final Pattern ROW = Pattern.compile("\\s*([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9]{2}:[0-9]{2}:[0-9]{2})((?:,\\s*[0-9]{1,15}(?:\\.[0-9]{1,6})?){9}).*");
    private static final String[] NAMES = {"transactions", "", "", "response time", "transaction rate", "", "in flight", "", "failed"};
    private static final double[] SCALES = {1, 1, 1, 1e9, 1, 1, 1, 1, 1};
    private static final Unit[] UNITS = {Unit.COUNT, Unit.NONE, Unit.NONE, Unit.DURATION, Unit.PER_SECOND, Unit.NONE, Unit.COUNT, Unit.COUNT, Unit.COUNT};

    @Override
    public String format() {
        return "siege log";
    }

    @Override
    public String recognisedBy() {
        return "columns Date & Time, Trans, Elap Time, or lines of a time and nine numbers as siege logs them";
    }

    @Override
    public Claim recognises(Head head) {
        List<String> lines = head.lines(20);
        if (lines.stream().anyMatch(each -> TITLE.matcher(each).matches())) {
            return Claim.CERTAIN;
        }
        List<String> filled = lines.stream().filter(each -> !each.isBlank()).toList();
        return !filled.isEmpty() && filled.stream().allMatch(each -> ROW.matcher(each).matches() || each.startsWith("****")) ? Claim.MAYBE : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Diagnostics diagnostics = new Diagnostics();
        List<double[]> runs = new ArrayList<>();
        List<Long> ends = new ArrayList<>();
        long skipped = CallLines.each(source, 1 << 12, diagnostics, work, (line, _) -> {
            Matcher row = ROW.matcher(line);
            if (!row.matches()) {
                return TITLE.matcher(line).matches() || line.startsWith("****") ? "" : "no run: a time and nine numbers are due";
            }
            try {
                ends.add(LocalDateTime.parse(row.group(1) + "T" + row.group(2)).atZone(options.zone()).toEpochSecond() * 1_000_000_000L);
            } catch (DateTimeException e) {
                return "the time is none";
            }
            String[] fields = row.group(3).substring(1).split(",");
            double[] values = new double[fields.length];
            for (int i = 0; i < fields.length; i++) {
                values[i] = Double.parseDouble(fields[i].strip());
            }
            runs.add(values);
            return "";
        });
        CallLines.demand(!runs.isEmpty(), skipped, diagnostics, "a run");
        if (runs.isEmpty()) {
            diagnostics.note("the log has a title and no run");
            return ReadResult.of(format(), List.of(), diagnostics, skipped);
        }
        Trust trust = new Trust(runs.size(), skipped, List.of("times are in the zone " + options.zone().getId() + " and mark the end of a run"),
                List.of("the load of a run is the mean number in flight that siege measured, not the number of users that was set"));
        List<Dataset> found = List.of(new LoadPoints(new Origin(source.name(), source.path(), format(), trust), points(runs, ends), LoadPoints.Axis.USERS),
                new Metrics(new Origin(source.name() + " figures", source.path(), format(), trust), series(runs, ends)));
        return ReadResult.of(format(), found, diagnostics, skipped);
    }

    private static Table points(List<double[]> runs, List<Long> ends) {
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(LoadPoints.LOAD, Doubles.of(Unit.NONE, runs.stream().mapToDouble(each -> each[6]).toArray()));
        columns.put(LoadPoints.THROUGHPUT, Doubles.of(Unit.PER_SECOND, runs.stream().mapToDouble(each -> each[4]).toArray()));
        long[] starts = new long[runs.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = ends.get(i) - (long) (Math.min(1e8, runs.get(i)[1]) * 1e9);
        }
        columns.put("start", Longs.of(Unit.TIME, starts));
        columns.put("end", Longs.of(Unit.TIME, ends.stream().mapToLong(Long::longValue).toArray()));
        return Table.of(columns);
    }

    private static List<Metrics.Series> series(List<double[]> runs, List<Long> ends) {
        List<Integer> order = IntStream.range(0, runs.size()).boxed().sorted(Comparator.comparing(ends::get)).toList();
        List<Metrics.Series> series = new ArrayList<>();
        for (int i = 0; i < NAMES.length; i++) {
            if (!NAMES[i].isEmpty()) {
                int column = i;
                double[] values = order.stream().mapToDouble(each -> runs.get(each)[column] * SCALES[column]).toArray();
                series.add(new Metrics.Series(NAMES[i], Map.of(), Longs.of(Unit.TIME, order.stream().mapToLong(ends::get).toArray()), Doubles.of(UNITS[i], values)));
            }
        }
        return series;
    }
}

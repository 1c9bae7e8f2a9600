package org.tailwright.readers.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Origin;
import org.tailwright.data.Table;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Work;

/// Rows of load against throughput, from a delimited text.
final class PointRows {
    private static final Set<String> USERS = Set.of("users", "user", "clients", "client", "vus", "vu", "virtualusers", "concurrency", "connections", "usercount");
    private static final Set<String> WORKERS = Set.of("workers", "worker", "threads", "thread", "processes");
    private static final Set<String> SERVERS = Set.of("nodes", "node", "servers", "server", "processors", "processor", "cpus", "cores", "instances", "replicas", "pods", "hosts", "machines", "vms",
            "containers");
    /// Names of columns that are a load.
    static final Set<String> LOADS = Stream.of(Set.of("n", "load"), USERS, WORKERS, SERVERS).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    static final Set<String> LATENCIES = Set.of("p99", "latencyp99", "p99latency");

    private final Doubles.Builder loads = Doubles.builder(Unit.COUNT);
    private final Doubles.Builder rates = Doubles.builder(Unit.PER_SECOND);
    private final Doubles.Builder latencies = Doubles.builder(Unit.DURATION);
    private final Diagnostics diagnostics = new Diagnostics();
    private final Survey survey;
    private final int load;
    private final int throughput;
    private final int latency;
    private final double nanos;
    private final LoadPoints.Axis axis;
    private long skipped;

    private PointRows(Survey survey) throws UnreadableFile {
        this.survey = survey;
        load = survey.load();
        throughput = survey.throughput();
        if (load < 0 || throughput < 0) {
            throw new UnreadableFile("no column is known as the " + (load < 0 ? "load" : "throughput"), "line 1",
                    "map load and throughput to two of " + String.join(", ", survey.dialect().names()));
        }
        latency = survey.column("latency", LATENCIES, Survey.Holds.NUMBER);
        String said = survey.options().units().getOrDefault("latency", "");
        nanos = latency < 0 ? Double.NaN : Units.nanos(said).isPresent() ? Units.nanos(said).getAsLong() : Units.named(survey.dialect().names().get(latency)).orElse(1_000_000);
        String counts = survey.options().units().getOrDefault("load", "");
        axis = axis(counts.isEmpty() ? survey.dialect().names().get(load) : counts);
        if (!counts.isEmpty() && axis == LoadPoints.Axis.UNKNOWN) {
            throw new UnreadableFile("a load counts servers, users or workers, not \"" + counts + "\"", "line 1", "--unit load=servers says that it counts servers");
        }
    }

    static ReadResult read(Source source, Survey survey, String format, Work work) throws IOException, UnreadableFile {
        PointRows rows = new PointRows(survey);
        Records.each(source, survey.dialect(), rows.diagnostics, work, rows::add);
        return rows.result(source, format);
    }

    private void add(List<String> fields, long line) {
        boolean comma = survey.dialect().decimalComma();
        double n = number(fields, load, comma);
        double x = number(fields, throughput, comma);
        if (Double.isNaN(n) || Double.isNaN(x) || n < 0 || x < 0) {
            skipped++;
            diagnostics.line(Diagnostic.Severity.WARNING, line, "load or throughput is no number from 0");
            return;
        }
        loads.add(n);
        rates.add(x);
        latencies.add(number(fields, latency, comma) * nanos);
    }

    private ReadResult result(Source source, String format) throws UnreadableFile {
        if (loads.size() == 0) {
            throw new UnreadableFile("no line has a load and a throughput", "line 2", "");
        }
        LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(LoadPoints.LOAD, loads.build());
        columns.put(LoadPoints.THROUGHPUT, rates.build());
        if (latency >= 0) {
            columns.put(LoadPoints.LATENCY, latencies.build());
        }
        Table table = Table.of(columns);
        Origin origin = new Origin(source.name(), source.path(), format, trust(table.rows()));
        return ReadResult.of(format, List.of(new LoadPoints(origin, table, axis)), diagnostics, skipped);
    }

    private Trust trust(long rows) {
        List<String> assumed = new ArrayList<>();
        List<String> names = survey.dialect().names();
        assumed.add("load is " + survey.dialect().column(load) + ", throughput per second is " + survey.dialect().column(throughput));
        if (latency >= 0 && !survey.options().units().containsKey("latency") && Units.named(names.get(latency)).isEmpty()) {
            assumed.add(survey.dialect().column(latency) + " is in ms");
        }
        if (survey.options().units().containsKey("load")) {
            assumed.add("the load counts " + axis.words() + ", as was said");
        } else if (axis == LoadPoints.Axis.UNKNOWN) {
            assumed.add("the file does not say whether " + names.get(load) + " counts users, workers or servers; --unit load=servers says it");
        }
        return new Trust(rows, skipped, assumed, List.of());
    }

    private static double number(List<String> fields, int column, boolean comma) {
        return column < 0 || column >= fields.size() ? Double.NaN : Numbers.parse(fields.get(column), comma);
    }

    /// What a load counts, by the name of its column or what was said.
    static LoadPoints.Axis axis(String name) {
        String bare = Survey.bare(name);
        return USERS.contains(bare) ? LoadPoints.Axis.USERS : WORKERS.contains(bare) ? LoadPoints.Axis.WORKERS : SERVERS.contains(bare) ? LoadPoints.Axis.NODES : LoadPoints.Axis.UNKNOWN;
    }
}

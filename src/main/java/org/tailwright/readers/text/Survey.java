package org.tailwright.readers.text;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.UnreadableFile;

/// A delimited text after a look at its first rows: dialect, what each column holds, and what the names and the user say it is for.
///
/// @param dialect of the file
/// @param columns what each column holds
/// @param options what the user said
record Survey(Dialect dialect, List<Holds> columns, ReadOptions options) {
    /// What the values of a column look like.
    enum Holds { TIME, NUMBER, TEXT, NOTHING }

    /// What a file can be read as.
    enum Shape { REQUESTS, DURATIONS, LOADPOINTS, METRICS, NONE }

    /// In a mapping: whether the first line names the columns, `yes` or `no`.
    static final String HEADER = "header";

    /// Stands for every column of numbers in a mapping of `value`.
    static final String EVERY = "*";

    private static final Pattern BRACKETS = Pattern.compile("\\(.*\\)|\\[.*]");
    private static final Pattern UNIT = Pattern.compile("[_ .-](?:ns|us|µs|ms|s|sec|millis|seconds|nanos|micros)$");
    private static final Pattern PUNCTUATION = Pattern.compile("[^a-z0-9]");
    private static final Set<String> TIMES = Set.of("timestamp", "time", "date", "datetime", "starttime", "start", "startedat", "starttimestamp", "ts", "when",
            "epoch", "begin", "begintime", "endtime", "end", "finished", "finishedat", "intervalstart", "localtime", "created", "unixtime", "sec",
            "seconds", "x");
    private static final Set<String> ENDS = Set.of("endtime", "end", "finished", "finishedat");
    private static final Set<String> DURATIONS = Set.of("duration", "elapsed", "elapsedtime", "latency", "responsetime", "resptime", "rt", "took", "timetaken",
            "ttime", "servicetime", "requesttime", "totaltime", "roundtrip", "rtt", "executiontime", "runtime", "dur");
    private static final Set<String> RATES = Set.of("x", "xn", "throughput", "tps", "rps", "qps", "ops", "opspersec", "opspersecond", "requestspersecond",
            "requestspersec", "reqs", "reqspersec", "transactionspersecond", "rate", "opss", "requestss", "tput");
    static final Set<String> LABELS = Set.of("label", "name", "operation", "op", "request", "url", "uri", "path", "endpoint", "transaction", "requestname");
    static final Set<String> STATUSES = Set.of("status", "code", "statuscode", "responsecode", "httpstatus", "httpcode", "result");
    static final Set<String> METRICS = Set.of("metric", "metricname", "series", "variable", "measurement", "field", "measure", "counter", "name");
    private static final Set<String> VALUES = Set.of("value", "val", "y", "mean", "avg", "average");

    static String word(boolean header) {
        return header ? "yes" : "no";
    }

    /// Surveys the beginning of a file; nothing when it is no delimited text.
    static Optional<Survey> of(Head head, ReadOptions options) {
        return Dialect.of(head, Optional.ofNullable(options.mapping().get(HEADER)).map(word(true)::equals)).map(dialect -> {
            List<Holds> columns = new ArrayList<>();
            for (int i = 0; i < dialect.names().size(); i++) {
                columns.add(holds(dialect, i));
            }
            return new Survey(dialect, columns, options);
        });
    }

    private static Holds holds(Dialect dialect, int column) {
        List<String> values = dialect.rows().stream().map(each -> each.get(column)).filter(each -> !Numbers.absent(each)).toList();
        if (values.isEmpty()) {
            return Holds.NOTHING;
        }
        long numbers = values.stream().filter(each -> !Double.isNaN(Numbers.parse(each, dialect.decimalComma()))).count();
        if (numbers > 0.8 * values.size()) {
            return Holds.NUMBER;
        }
        return TimeFormat.of(majority(values), ZoneOffset.UTC, null).isPresent() ? Holds.TIME : Holds.TEXT;
    }

    /// Examples without a stray one: the first few that look like the first.
    private static List<String> majority(List<String> values) {
        return values.subList(0, Math.min(values.size(), 20)).stream().map(String::strip).toList();
    }

    /// A column's name without unit, case and punctuation.
    static String bare(String name) {
        String low = name.toLowerCase(Locale.ROOT);
        String plain = UNIT.matcher(BRACKETS.matcher(low).replaceAll("")).replaceAll("");
        String bare = PUNCTUATION.matcher(plain).replaceAll("");
        return bare.isEmpty() ? PUNCTUATION.matcher(low).replaceAll("") : bare;
    }

    /// The column for a role: the one the user named, else the first whose bare name is among `known` and that holds `wanted`; -1 when none.
    int column(String role, Set<String> known, Holds... wanted) {
        String said = options.mapping().get(role);
        if (said != null) {
            return said.isEmpty() ? -1 : dialect.names().indexOf(said);
        }
        List<Holds> fits = List.of(wanted);
        for (int i = 0; i < columns.size(); i++) {
            if (known.contains(bare(dialect.names().get(i))) && fits.contains(columns.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /// The column of times, -1 when there is none.
    int time() {
        for (String role : List.of("start", "end")) {
            if (options.mapping().containsKey(role)) {
                return column(role, Set.of());
            }
        }
        int exact = dialect.names().indexOf("_time");
        if (exact >= 0 && columns.get(exact) == Holds.TIME) {
            return exact;
        }
        for (int i = 0; i < columns.size(); i++) {
            String bare = bare(dialect.names().get(i));
            boolean named = TIMES.contains(bare) && !bare.equals("x") && !Units.named(dialect.names().get(i)).isPresent() || TIMES.contains(bare) && epoch(i);
            if (columns.get(i) == Holds.TIME && open(i) && zoned() >= 0) {
                return zoned();
            }
            if (columns.get(i) == Holds.TIME || columns.get(i) == Holds.NUMBER && (named || !dialect.header() && i == 0 && epoch(i))) {
                return i;
            }
        }
        return -1;
    }

    /// Whether a column of calendar times leaves its zone open.
    private boolean open(int column) {
        return format(column).map(each -> !each.assumed().isEmpty()).orElse(true);
    }

    /// A named column of times since 1970, which needs no zone; -1 when there is none.
    private int zoned() {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i) == Holds.NUMBER && TIMES.contains(bare(dialect.names().get(i))) && epoch(i)) {
                return i;
            }
        }
        return -1;
    }

    /// Whether a column of numbers holds times since 1970.
    boolean epoch(int column) {
        return format(column).map(each -> each.form() == TimeFormat.Form.EPOCH).orElse(false);
    }

    /// What a column of texts holds when all of them are numbers with a unit.
    Optional<Quantities> quantities(int column) {
        if (columns.get(column) != Holds.TEXT) {
            return Optional.empty();
        }
        return Quantities.of(dialect.rows().stream().map(each -> each.get(column)).filter(each -> !Numbers.absent(each)).toList(), dialect.decimalComma());
    }

    /// Whether the column of times marks the end: said by the user, else by its name.
    boolean ends(int column) {
        boolean said = options.mapping().containsKey("start") || options.mapping().containsKey("end");
        return said ? !options.mapping().containsKey("start") : ENDS.contains(bare(dialect.names().get(column)));
    }

    /// Format of the times in a column.
    Optional<TimeFormat> format(int column) {
        Optional<TimeFormat> counters = Perfmon.times(dialect.names().get(column));
        if (counters.isPresent()) {
            return counters;
        }
        List<String> values = dialect.rows().stream().map(each -> each.get(column).strip()).filter(each -> !Numbers.absent(each)).toList();
        @Nullable String unit = options.units().getOrDefault("end", options.units().get("start"));
        return TimeFormat.of(majority(values), options.zone(), unit);
    }

    /// The column of durations, -1 when there is none.
    int duration() {
        return column("duration", DURATIONS, Holds.NUMBER);
    }

    /// The column of the load, -1 when there is none.
    int load() {
        return column("load", PointRows.LOADS, Holds.NUMBER);
    }

    /// The column of the throughput, -1 when there is none.
    int throughput() {
        return column("throughput", RATES, Holds.NUMBER);
    }

    /// The column that names the metric of a row, -1 when rows hold one value of each.
    int metric() {
        return column("metric", METRICS, Holds.TEXT);
    }

    /// The column of the value in a row that names its metric.
    int value() {
        return column("value", VALUES, Holds.NUMBER);
    }

    /// What the file can be read as: what the user's mapping asks for, else what the names say.
    Shape shape() {
        if (options.mapping().containsKey("load") || options.mapping().containsKey("throughput")) {
            return Shape.LOADPOINTS;
        }
        int time = time();
        if (!options.mapping().getOrDefault("value", "").isEmpty()) {
            return time >= 0 ? Shape.METRICS : Shape.NONE;
        }
        if (options.mapping().containsKey("duration") || time >= 0 && duration() >= 0 && duration() != time) {
            return time >= 0 ? Shape.REQUESTS : duration() >= 0 ? Shape.DURATIONS : Shape.NONE;
        }
        if (time < 0) {
            return load() >= 0 ? throughput() >= 0 && load() != throughput() ? Shape.LOADPOINTS : Shape.NONE : duration() >= 0 ? Shape.DURATIONS : Shape.NONE;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (i != time && (columns.get(i) == Holds.NUMBER || quantities(i).isPresent())) {
                return Shape.METRICS;
            }
        }
        return Shape.NONE;
    }

    /// Column names with a mapping that names none of them.
    void check() throws UnreadableFile {
        String header = options.mapping().getOrDefault(HEADER, word(true));
        if (!header.equals(word(true)) && !header.equals(word(false))) {
            throw new UnreadableFile("header is yes or no, not \"" + header + "\"", "line 1", "--map header=no says that the first line is data");
        }
        for (var each : options.mapping().entrySet()) {
            if (each.getKey().equals(HEADER)) {
                continue;
            }
            boolean all = each.getKey().equals("value") && each.getValue().equals(EVERY);
            if (!each.getValue().isEmpty() && !all && !dialect.names().contains(each.getValue())) {
                throw new UnreadableFile("there is no column \"" + each.getValue() + "\" for " + each.getKey(), "line 1",
                        "the columns are " + TableGuesses.names(dialect.names()));
            }
        }
    }
}

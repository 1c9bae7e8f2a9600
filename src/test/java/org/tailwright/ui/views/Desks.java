package org.tailwright.ui.views;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.tailwright.workspace.cache.ColumnCache;
import org.tailwright.catalog.Analyses;
import org.tailwright.data.Column;
import org.tailwright.data.Dataset;
import org.tailwright.data.Doubles;
import org.tailwright.data.Flags;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Longs;
import org.tailwright.data.Meaning;
import org.tailwright.data.Objective;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.data.Trust;
import org.tailwright.data.Unit;
import org.tailwright.reports.Report;
import org.tailwright.ui.Context;
import org.tailwright.ui.Dialogs;
import org.tailwright.ui.Library;
import org.tailwright.ui.Wiring;
import org.tailwright.ui.jobs.DirectJobs;
import org.tailwright.ui.jobs.Jobs;
import org.tailwright.ui.preferences.Preferred;
import org.tailwright.ui.start.Recent;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.state.Store;

/// What views work with in tests: jobs that are done at once, and small data.
public final class Desks {
    /// Start of all generated data, nanoseconds since the epoch.
    public static final long START = 1_700_000_000_000_000_000L;

    private Desks() {}

    public static Context of(Dataset... open) {
        Jobs jobs = DirectJobs.of();
        Store store = new Store(Session.empty().opening(List.of(open)));
        Wiring wiring = new Wiring(Analyses.ALL, (_, _) -> new Report("", "", List.of(), List.of()), Optional.empty(), ColumnCache.NONE);
        return new Context(store, jobs, new Library(store, jobs, Recent.forgetful(), ColumnCache.NONE), wiring, new Dialogs(() -> null, jobs), Preferred.in(Optional.empty()));
    }

    public static Origin origin(String name, int rows) {
        return new Origin(name, Path.of(name), "generated", Trust.clean(rows));
    }

    /// `n` requests, one each millisecond: label `a` takes 10 to 20 ms, every tenth is `b`, takes 100 to 200 ms and belongs to a trace.
    public static Requests requests(String name, int n) {
        SplittableRandom random = new SplittableRandom(7);
        long[] starts = new long[n];
        long[] durations = new long[n];
        Texts.Builder labels = Texts.builder();
        Texts.Builder traces = Texts.builder();
        BitSet failed = new BitSet();
        for (int i = 0; i < n; i++) {
            boolean slow = i % 10 == 9;
            starts[i] = START + i * 1_000_000L;
            durations[i] = (slow ? 100_000_000L : 10_000_000L) + random.nextLong(slow ? 100_000_000L : 10_000_000L);
            labels.add(slow ? "b" : "a");
            traces.add(slow ? "t" + i : null);
            failed.set(i, i % 100 == 0);
        }
        LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(Requests.START, Longs.of(Unit.TIME, starts));
        columns.put(Requests.DURATION, Longs.of(Unit.DURATION, durations));
        columns.put(Requests.LABEL, labels.build());
        columns.put(Requests.TRACE, traces.build());
        columns.put(Requests.FAILED, Flags.of(failed, n));
        return new Requests(origin(name, n), Table.of(columns), Meaning.of(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, 1));
    }

    /// Load points exactly on a law with α 0.02, β 0.0005 and γ 100, but for a wobble of one in a thousand.
    public static LoadPoints loadPoints(String name) {
        double[] loads = {1, 2, 4, 8, 16, 32, 48, 64, 96};
        double[] throughputs = new double[loads.length];
        for (int i = 0; i < loads.length; i++) {
            double n = loads[i];
            throughputs[i] = 100 * n / (1 + 0.02 * (n - 1) + 0.0005 * n * (n - 1)) * (i % 2 == 0 ? 1.001 : 0.999);
        }
        LinkedHashMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(LoadPoints.LOAD, Doubles.of(Unit.NONE, loads));
        columns.put(LoadPoints.THROUGHPUT, Doubles.of(Unit.PER_SECOND, throughputs));
        return new LoadPoints(origin(name, loads.length), Table.of(columns), LoadPoints.Axis.values()[0]);
    }

    public static void objectives(Context context, String... texts) {
        context.store().ask(now -> now.with(List.of(texts).stream().map(Objective::parse).toList()));
    }
}

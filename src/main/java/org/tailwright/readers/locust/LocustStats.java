package org.tailwright.readers.locust;

import java.io.IOException;
import java.util.Optional;
import org.tailwright.data.LoadPoints;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.percentiles.KnownPercentiles;
import org.tailwright.readers.percentiles.PrintedRuns;
import org.tailwright.work.Work;

/// `…_stats.csv` (in old versions `…_requests.csv` and `…_distribution.csv`): percentiles of the whole run for each request, and of all
/// together. Milliseconds; Locust rounds each response time to two digits before it counts it, so only minimum, maximum and mean are exact.
public final class LocustStats implements Reader {
    /// Rounding to two digits may raise a percentile above the exact maximum by this factor.
    private static final double ROUNDED = 1.06;

    @Override
    public String format() {
        return "Locust statistics";
    }

    @Override
    public String recognisedBy() {
        return "first line names Type, Name, Request Count and Failure Count, or Name, # requests and # failures or 50%";
    }

    @Override
    public Claim recognises(Head head) {
        String text = head.text();
        boolean now = LocustTable.names(text, "type", "name", "request count", "failure count", "50%");
        boolean before = LocustTable.names(text, "name", "# requests") && (LocustTable.names(text, "# failures") || LocustTable.names(text, "50%"));
        return (now || before) && !LocustTable.names(text, "timestamp") ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        PrintedRuns runs = new PrintedRuns();
        runs.overlapping();
        runs.doubt("Locust rounds response times to two digits before it takes percentiles");
        Diagnostics diagnostics = new Diagnostics();
        double[] failures = {0, 0};
        long[] kept = {0};
        long skipped = LocustTable.read(source, diagnostics, work, row -> {
            double count = row.number("request count", "# requests");
            if (!(count >= 0)) {
                return false;
            }
            if (LocustTable.all(row.label())) {
                failures[0] = row.number("failure count", "# failures");
                failures[1] = count;
            }
            kept[0]++;
            runs.add(Optional.empty(), row.label(), known(row, count));
            return true;
        });
        if (failures[0] > 0) {
            runs.doubt(Math.round(failures[0]) + " of " + Math.round(failures[1]) + " requests failed; their durations are among the others");
        }
        if (kept[0] == 0 && skipped > 0) {
            throw new UnreadableFile("no row has a number of requests", "line 2", "");
        }
        return runs.result(source, format(), LoadPoints.Axis.USERS, diagnostics, skipped);
    }

    private static KnownPercentiles known(LocustTable row, double count) {
        double max = row.nanos("max response time");
        double failed = row.number("failure count", "# failures");
        KnownPercentiles known = new KnownPercentiles().count(Math.round(count)).failed(Double.isNaN(failed) ? -1 : Math.round(failed), 0).mean(row.nanos("average response time")).min(row.nanos("min response time"));
        for (LocustTable.Percentile each : row.percentiles()) {
            if (each.share() < 1 || Double.isNaN(max)) {
                double nanos = row.nanos(each.name());
                known.at(each.share(), nanos > max && nanos <= max * ROUNDED ? max : nanos);
            }
        }
        if (row.percentiles().isEmpty()) {
            known.at(0.5, row.nanos("median response time"));
        }
        return known.max(max);
    }
}

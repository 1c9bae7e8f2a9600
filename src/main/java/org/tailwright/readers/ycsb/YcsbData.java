package org.tailwright.readers.ycsb;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tailwright.data.Dataset;
import org.tailwright.data.Histograms;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Meaning;
import org.tailwright.data.Metrics;
import org.tailwright.data.Origin;
import org.tailwright.data.Trust;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Source;
import org.tailwright.readers.calls.CallRows;
import org.tailwright.readers.percentiles.PrintedRuns;

/// Makes data sets of what was read from a file of YCSB.
final class YcsbData {
    private static final String MEANING = "YCSB records microseconds; Intended-… counts from the intended start, the others are service times of the same operations";

    private final Source source;
    private final String format;
    private final ZoneId zone;

    YcsbData(Source source, String format, ZoneId zone) {
        this.source = source;
        this.format = format;
        this.zone = zone;
    }

    ReadResult result(List<YcsbRun> runs, YcsbStatus status, CallRows rows, CallRows intended, Diagnostics diagnostics, long skipped) {
        List<Dataset> found = new ArrayList<>();
        calls(rows, false).ifPresent(found::add);
        calls(intended, true).ifPresent(found::add);
        List<Metrics.Series> series = new ArrayList<>(status.series());
        PrintedRuns summary = new PrintedRuns();
        summary.assume(MEANING);
        for (int i = 0; i < runs.size(); i++) {
            runs.get(i).into(summary, runs.size() > 1 ? "run " + (i + 1) + ": " : "", series);
        }
        if (rows.size() + intended.size() == 0) {
            found.addAll(summary.datasets(source, format, LoadPoints.Axis.WORKERS, skipped));
        }
        String times = status.isDated() ? "status times are in the zone " + zone.getId() + " and mark the end of an interval" : "times count from an unknown start";
        status.intervals().assume(MEANING);
        status.intervals().assume(times);
        status.intervals().datasets(source, format, LoadPoints.Axis.WORKERS, 0).stream().findFirst().map(each -> byStatus((Histograms) each)).ifPresent(found::add);
        if (!series.isEmpty()) {
            Trust trust = new Trust(series.stream().mapToLong(each -> each.times().size()).sum(), 0, List.of(times), List.of());
            found.add(new Metrics(new Origin(source.name() + " status", source.path(), format, trust), series));
        }
        if (found.isEmpty()) {
            diagnostics.note("no operation was measured");
        }
        return ReadResult.of(format, found, diagnostics, skipped);
    }

    private Histograms byStatus(Histograms all) {
        return new Histograms(all.origin().named(source.name() + " by status"), all.intervals(), all.nanosPerUnit(), all.disjoint());
    }

    private Optional<Dataset> calls(CallRows rows, boolean intended) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        Trust trust = new Trust(rows.size(), 0, List.of("the time of a request marks its end; " + MEANING), List.of());
        Meaning meaning = Meaning.of(intended ? Meaning.Duration.RESPONSE_FROM_INTENDED : Meaning.Duration.SERVICE_TIME, Meaning.Stamp.END, 1000);
        String name = intended ? source.name() + " intended" : source.name();
        return Optional.of(rows.build(new Origin(name, source.path(), format, trust), meaning));
    }
}

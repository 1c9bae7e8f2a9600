package org.tailwright.readers.locust;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
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

/// `…_stats.csv`: percentiles of the whole run for each request, and of all together. Milliseconds; Locust rounds percentiles to two digits.
public final class LocustStats implements Reader {
    private static final double MILLI = 1e6;

    @Override
    public String format() {
        return "Locust statistics";
    }

    @Override
    public String recognisedBy() {
        return "first line names Type, Name, Request Count and Failure Count";
    }

    @Override
    public Claim recognises(Head head) {
        String text = head.text();
        boolean now = LocustTable.names(text, "type", "name", "request count", "failure count", "50%");
        boolean before = LocustTable.names(text, "name", "# requests", "# failures");
        return (now || before) && !LocustTable.names(text, "timestamp") ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        PrintedRuns runs = new PrintedRuns();
        runs.overlapping();
        runs.doubt("Locust rounds percentiles to two digits");
        Diagnostics diagnostics = new Diagnostics();
        double[] failures = {0, 0};
        int[] kept = {0};
        long skipped = LocustTable.read(source, diagnostics, work, row -> {
            double count = LocustTable.number(row, "Request Count", "# requests");
            if (!(count >= 0)) {
                return false;
            }
            String label = LocustTable.label(row);
            if (label.equals("Aggregated") || label.equals("Total") || label.equals("None Total")) {
                failures[0] = LocustTable.number(row, "Failure Count", "# failures");
                failures[1] = count;
            }
            kept[0] += runs.add(Optional.empty(), label, known(row, count)) ? 1 : 0;
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

    private static KnownPercentiles known(NamedCsvRecord row, double count) {
        KnownPercentiles known = new KnownPercentiles().count(Math.round(count))
                .mean(LocustTable.number(row, "Average Response Time", "Average response time") * MILLI)
                .min(LocustTable.number(row, "Min Response Time", "Min response time") * MILLI);
        double max = LocustTable.number(row, "Max Response Time", "Max response time") * MILLI;
        for (String column : row.getHeader()) {
            if (column.matches("[0-9.]{1,12}%") && !column.equals("100%")) {
                known.at(Double.parseDouble(column.substring(0, column.length() - 1)) / 100, Math.min(LocustTable.number(row, column) * MILLI, max));
            }
        }
        return known.max(max);
    }
}

package org.tailwright.readers.siege;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tailwright.data.Dataset;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Meaning;
import org.tailwright.data.Origin;
import org.tailwright.data.Trust;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.calls.CallLines;
import org.tailwright.readers.calls.CallRows;
import org.tailwright.readers.percentiles.PrintedRuns;
import org.tailwright.work.Work;

/// What siege prints: a line for each request (with the time only where siege was told to write CSV), and the figures at the end as text or JSON.
public final class SiegeText implements Reader {
    private static final Pattern FIGURE = Pattern.compile("\\s*\\{?\\s*\"?(?:transactions|Transactions)\"?:\\s*[0-9.]+(?:\\s+hits)?,?\\s*");
    private static final Pattern AVAILABLE = Pattern.compile("\\s*\"?(?:availability|Availability)\"?:\\s*[0-9.]+.*");

    @Override
    public String format() {
        return "siege output";
    }

    @Override
    public String recognisedBy() {
        return "lines of requests with HTTP version, status, seconds and bytes, or Transactions with Availability";
    }

    @Override
    public Claim recognises(Head head) {
        List<String> lines = head.lines(200).stream().map(CallLines::plain).toList();
        boolean calls = lines.stream().anyMatch(each -> SiegeCall.of(each).isPresent());
        boolean figures = lines.stream().anyMatch(each -> FIGURE.matcher(each).matches()) && lines.stream().anyMatch(each -> AVAILABLE.matcher(each).matches());
        return calls || figures ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Diagnostics diagnostics = new Diagnostics();
        CallRows dated = new CallRows();
        SiegeValues undated = new SiegeValues();
        List<SiegeFigures> runs = new ArrayList<>();
        long skipped = CallLines.each(source, 1 << 14, diagnostics, work, (coloured, _) -> {
            String line = CallLines.plain(coloured);
            Optional<SiegeCall> call = SiegeCall.of(line);
            if (call.isPresent()) {
                return call.get().date().isEmpty() ? undated.add(call.get()) : call.get().into(dated, options.zone());
            }
            Optional<Map.Entry<String, String>> figure = SiegeFigures.figure(line);
            if (figure.isPresent()) {
                if (runs.isEmpty() || runs.getLast().has(figure.get().getKey())) {
                    runs.add(new SiegeFigures());
                }
                runs.getLast().put(figure.get());
            }
            return "";
        });
        List<Dataset> found = new ArrayList<>();
        if (dated.size() > 0) {
            String zone = "times are in the zone " + options.zone().getId() + "; siege writes local times";
            Trust trust = new Trust(dated.size(), skipped, List.of("the time of a request marks its end", zone),
                    List.of("times are known to the second only, durations to 10 ms"));
            Meaning meaning = new Meaning(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.END, 10_000_000, 0, List.of("times are known to the second only"));
            found.add(dated.build(new Origin(source.name(), source.path(), format(), trust), meaning));
        }
        undated.data(source, format()).ifPresent(found::add);
        PrintedRuns printed = new PrintedRuns();
        printed.assume("siege: service time, printed to 10 ms");
        boolean several = runs.size() > 1;
        for (int i = 0; i < runs.size(); i++) {
            runs.get(i).into(printed, several ? "run " + (i + 1) : "", diagnostics);
        }
        if (dated.size() == 0 && undated.isEmpty()) {
            found.addAll(printed.datasets(source, format(), LoadPoints.Axis.USERS, 0));
        }
        CallLines.demand(!found.isEmpty(), skipped, diagnostics, "a request");
        if (found.isEmpty()) {
            diagnostics.note("siege counted no request");
        }
        return ReadResult.of(format(), found, diagnostics, skipped);
    }
}

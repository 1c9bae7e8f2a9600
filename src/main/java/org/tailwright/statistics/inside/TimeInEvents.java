package org.tailwright.statistics.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tailwright.data.Dataset;
import org.tailwright.data.Longs;
import org.tailwright.data.Recording;
import org.tailwright.data.Requests;
import org.tailwright.data.Unit;
import org.tailwright.statistics.GcPauses;
import org.tailwright.work.Work;

/// Time spent in pauses of the collector, and in locks and other lasting events of recordings: joined by overlap with the selection's time.
final class TimeInEvents implements Contributor {
    private static final double TWICE = 2;
    private static final double LEAST = 0.01;
    private static final int MOST_TYPES = 12;
    private static final List<String> GC = List.of("jdk.GCPhasePause", "jdk.GarbageCollection");

    @Override
    public List<Tested> tested(Case question, Work work) {
        List<Tested> tested = new ArrayList<>();
        if (question.moments().hot().isEmpty()) {
            return tested;
        }
        for (Dataset each : question.beside()) {
            GcPauses.of(each).ifPresent(pauses -> shift(pauses, question, work).ifPresent(found -> tested.add(tested(each.name(), "GC pauses", found))));
            if (each instanceof Recording recording) {
                recording.lasting().stream().filter(type -> !GC.contains(type)).limit(MOST_TYPES).forEach(type -> recording.requests(type)
                        .flatMap(events -> shift(events, question, work)).ifPresent(found -> tested.add(tested(recording.name(), type, found))));
            }
        }
        return tested;
    }

    /// Share of time by block; above 1 where several threads are in such an event.
    private static Optional<Shift> shift(Requests events, Case question, Work work) {
        Blocks grid = question.moments().grid();
        double[] shares = new double[grid.count()];
        long[] middles = new long[grid.count()];
        Longs starts = events.starts();
        Longs durations = events.durations();
        for (int row = 0; row < starts.size(); row++) {
            if ((row & 0xfff) == 0) {
                work.check();
            }
            long start = Math.max(grid.span().start(), starts.at(row));
            long end = Math.min(grid.span().end(), starts.at(row) + Math.max(0, durations.at(row)));
            for (int b = start < end ? grid.of(start) : grid.count(); b < grid.count() && grid.start(b) < end; b++) {
                shares[b] += Math.max(0, Math.min(end, grid.span(b).end()) - Math.max(start, grid.start(b)));
            }
        }
        for (int b = 0; b < shares.length; b++) {
            shares[b] /= grid.span(b).length();
            middles[b] = grid.start(b) + grid.span(b).length() / 2;
        }
        return Shift.of(Longs.of(Unit.TIME, middles), shares, question.moments());
    }

    private static Tested tested(String dataset, String type, Shift shift) {
        double in = shift.meanInside();
        double out = shift.meanOutside();
        Finding finding = new Finding(Finding.Kind.EVENTS, new Finding.Subject(dataset, type, ""),
                new Finding.Sides(in, out, "share", shift.inside().length), shift.strength(in, out));
        return new Tested(finding, in >= LEAST && in >= TWICE * out);
    }
}

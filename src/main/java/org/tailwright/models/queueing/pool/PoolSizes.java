package org.tailwright.models.queueing.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tailwright.analyses.Outcome;
import org.tailwright.charts.Numbers;
import org.tailwright.models.queueing.QueueTheory;
import org.tailwright.models.queueing.WaitTails;
import org.tailwright.models.queueing.calibration.Check;
import org.tailwright.models.queueing.pool.PoolResult.Need;
import org.tailwright.models.queueing.pool.PoolResult.Size;
import org.tailwright.reports.Block.Tone;

/// Sizes a pool: the fewest servers with which enough acquisitions wait no longer than asked.
final class PoolSizes {
    private static final int MOST = 100_000;
    private static final double GROWTH = 1.2;

    private PoolSizes() {}

    /// @param now the size in use, when known
    /// @param observed the most that were held at once in the data; 0 when unknown
    static Outcome<PoolResult> of(Need need, OptionalInt now, int observed) {
        if (need.users() > 0 && elsewhere(need) <= 0) {
            return Outcome.not(need.users() + " threads cannot acquire " + Numbers.rate(need.rate()) + " for " + Numbers.duration(need.hold() * 1e9)
                    + " each: that alone would keep " + Numbers.number(need.erlangs()) + " of them busy.");
        }
        int best = smallest(need);
        if (best > MOST) {
            return Outcome.not("More than " + Numbers.count(MOST) + " servers would be needed.");
        }
        List<Size> sizes = new ArrayList<>();
        int first = Math.max(1, Math.min(best, now.orElse(best)) - 4);
        int last = Math.max(best, now.orElse(best)) + 6;
        int step = Math.max(1, (last - first) / 30);
        for (int c = first; c <= last; c += step) {
            sizes.add(size(need, c));
        }
        @Nullable Size current = now.isPresent() ? size(need, now.getAsInt()) : null;
        return Outcome.answer(new PoolResult(need, size(need, best), real(need, best), current, sizes, notes(need, best, observed, now.orElse(0))));
    }

    private static double elsewhere(Need need) {
        return need.users() / need.rate() - need.hold();
    }

    private static DoubleUnaryOperator tail(Need need, int servers) {
        return need.users() == 0 ? WaitTails.open(need.rate(), need.hold(), servers, need.cs2())
                : WaitTails.closed(need.users(), elsewhere(need), need.hold(), servers);
    }

    private static Size size(Need need, int servers) {
        DoubleUnaryOperator tail = tail(need, servers);
        return new Size(servers, utilisation(need, servers), tail.applyAsDouble(0), tail.applyAsDouble(need.goal().limit()),
                WaitTails.quantile(tail, need.hold(), need.goal().share()), abandoned(need, servers));
    }

    /// Who gives up is no load; threads that go round cannot keep more busy than there are.
    private static double utilisation(Need need, int servers) {
        double gone = abandoned(need, servers);
        return need.users() > 0 ? QueueTheory.closed(need.users(), elsewhere(need), need.hold(), servers).utilisation() : need.erlangs() * (Double.isNaN(gone) ? 1 : 1 - gone) / servers;
    }

    /// Unknown without a timeout, and for threads that go round, where M/M/c+M does not apply.
    private static double abandoned(Need need, int servers) {
        double timeout = need.goal().timeout();
        return Double.isNaN(timeout) || need.users() > 0 ? Double.NaN : WaitTails.abandoned(need.rate(), need.hold(), servers, timeout);
    }

    private static boolean kept(Need need, int servers) {
        return tail(need, servers).applyAsDouble(need.goal().limit()) <= 1 - need.goal().share();
    }

    /// Doubles from the offered load on, then halves: waiting falls with every server.
    private static int smallest(Need need) {
        int low = need.users() == 0 ? (int) Math.floor(need.erlangs()) : 0;
        int high = low + 1;
        while (high <= MOST && !kept(need, high)) {
            low = high;
            high = low + Math.max(1, low / 2);
        }
        while (high - low > 1 && high <= MOST) {
            int middle = (low + high) >>> 1;
            if (kept(need, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /// Erlang's formulas for a fraction of a server; for threads, log-linear between the two whole sizes.
    private static double real(Need need, int best) {
        double allowed = 1 - need.goal().share();
        if (need.users() > 0) {
            double over = tail(need, best).applyAsDouble(need.goal().limit());
            double under = best > 1 ? tail(need, best - 1).applyAsDouble(need.goal().limit()) : 1;
            return over <= 0 || under <= over ? best : best - Math.clamp(Math.log(allowed / over) / Math.log(under / over), 0, 1);
        }
        double low = Math.max(need.erlangs(), best - 1.0);
        double high = best;
        for (int i = 0; i < 60; i++) {
            double middle = 0.5 * (low + high);
            if (WaitTails.open(need.rate(), need.hold(), middle, need.cs2()).applyAsDouble(need.goal().limit()) <= allowed) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /// @param now the size in use; 0 when unknown
    private static List<Check> notes(Need need, int best, int observed, int now) {
        List<Check> notes = new ArrayList<>();
        int known = observed > 0 ? observed : now;
        if (known > 0 && best > known) {
            notes.add(new Check(Tone.WATCH, "Beyond what was observed", (observed > 0 ? "No more than " + observed + " were held at once so far." : known + " is the size in use.") + " A hold time often grows when more work runs side by side behind the pool "
                    + "(the database gets slower), so that a size beyond " + known + " needs a measurement or a model of that."));
        }
        notes.add(new Check(Tone.MUTED, "A pool moves the line, it does not make the work faster", "Hold times are taken to stay as they are at every size."));
        if (need.users() == 0 && Math.abs(need.cs2() - 1) > 0.3) {
            notes.add(new Check(Tone.MUTED, "Hold times are not exponential", "cs² = " + Numbers.number(need.cs2())
                    + ": the tail of the wait is stretched by (1 + cs²)/2, an approximation that is rough far from full utilisation."));
        }
        if (need.users() == 0) {
            Need more = new Need(need.rate() * GROWTH, need.hold(), need.cs2(), 0, need.goal(), need.origin());
            notes.add(new Check(Tone.PLAIN, "With 20 % more arrivals " + smallest(more) + " would be needed", "And with 20 % longer hold times "
                    + smallest(new Need(need.rate(), need.hold() * GROWTH, need.cs2(), 0, need.goal(), need.origin())) + "."));
        } else if (best >= need.users()) {
            notes.add(new Check(Tone.PLAIN, "As many as threads", "With one for each of the " + need.users() + " threads nobody ever waits; more are never used."));
        }
        if (!Double.isNaN(need.goal().timeout())) {
            notes.add(need.users() > 0 ? new Check(Tone.MUTED, "Timeouts", "How many of a fixed number of threads give up is not told: the model lets them wait.")
                    : new Check(Tone.MUTED, "Timeouts", "The share that gives up is that of M/M/c+M with an exponential patience of mean " + Numbers.duration(need.goal().timeout() * 1e9)
                    + "; with one fixed timeout fewer give up at light load and as many in overload. Sizes and waits are those of a pool where nobody gives up: with a timeout no more wait than told."));
        }
        return notes;
    }
}

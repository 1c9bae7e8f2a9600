package org.tailwright.models.queueing;

import java.util.SequencedMap;
import org.tailwright.analyses.Outcome;
import org.tailwright.statistics.queueing.ErlangC;

/// Erlang's B and C, turned around for sizing. All searches use that B and C fall with the servers and rise with the load.
final class ErlangTables {
    private static final int MOST = 1_000_000;

    private ErlangTables() {}

    static Outcome<SequencedMap<String, Double>> loss(QueueInputs in) {
        return Outcome.answer(new Quantities().put("B", ErlangC.loss(in.whole("c", 0), in.positive("a"))).values());
    }

    static Outcome<SequencedMap<String, Double>> waiting(QueueInputs in) {
        int c = in.whole("c", 1);
        double a = in.positive("a");
        return a >= c ? Unstable.because(a, c) : Outcome.answer(new Quantities().put("C", Mmc.of(a, 1, c).waits()).values());
    }

    /// The highest load at which no more than a share B is lost.
    static Outcome<SequencedMap<String, Double>> load(QueueInputs in) {
        int c = in.whole("c", 1);
        double share = in.share("B");
        double low = 0;
        double high = 1;
        while (ErlangC.loss(c, high) < share) {
            high *= 2;
        }
        for (int i = 0; i < 200 && high - low > 1e-16 * high; i++) {
            double middle = 0.5 * (low + high);
            if (ErlangC.loss(c, middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Outcome.answer(new Quantities().put("max_offered_load_a", 0.5 * (low + high)).values());
    }

    /// The fewest servers that lose no more than a share.
    static Outcome<SequencedMap<String, Double>> servers(QueueInputs in) {
        double a = in.positive("a");
        double most = in.share("B_max");
        double loss = 1;
        for (int c = 1; c <= MOST; c++) {
            loss = a * loss / (c + a * loss);
            if (loss <= most) {
                return Outcome.answer(new Quantities().put("min_servers", c).put("B_at_min_servers", loss).values());
            }
        }
        return Outcome.not("More than " + MOST + " servers would be needed.");
    }

    /// The fewest servers at which a share of all waits no longer than t.
    static Outcome<SequencedMap<String, Double>> serviceLevel(QueueInputs in) {
        double lambda = in.positive("lambda");
        double mu = in.positive("mu");
        double t = in.number("t");
        double level = in.share("service_level");
        int c = (int) Math.min(MOST, Math.floor(lambda / mu) + 1);
        for (; c <= MOST; c++) {
            Mmc queue = Mmc.of(lambda, mu, c);
            if (queue.theta() > 0 && 1 - queue.waitBeyond(t) >= level) {
                return Outcome.answer(new Quantities().put("min_servers", c).put("P[Wq<=t]", 1 - queue.waitBeyond(t)).put("P[wait]", queue.waits())
                        .put("ASA=Wq", queue.meanWait()).put("rho", lambda / (c * mu)).values());
            }
        }
        return Outcome.not("More than " + MOST + " servers would be needed.");
    }
}

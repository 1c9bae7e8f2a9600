package org.tailwright.models.queueing;

import java.util.Arrays;
import java.util.SequencedMap;
import org.tailwright.analyses.Outcome;

/// One station that not everybody gets into, stays at, or comes to: M/M/c/K, the machine repairman M/M/c//N, Erlang A.
final class FiniteStation {
    private static final int PATIENCE = 200_000;
    private static final int MOST_MET = 2_000;

    private FiniteStation() {}

    /// K counts all in the system. Full utilisation and more are legal.
    static Outcome<SequencedMap<String, Double>> mmck(QueueInputs in) {
        double lambda = in.positive("lambda");
        double mu = in.positive("mu");
        int c = in.whole("c", 1);
        int k = in.whole("K", c);
        BirthDeath chain = BirthDeath.of(k, _ -> lambda, n -> Math.min(n, c) * mu);
        double busy = chain.mean(n -> Math.min(n, c));
        double throughput = busy * mu;
        double length = chain.mean(n -> n);
        double line = chain.mean(n -> Math.max(0, n - c));
        double accepted = chain.mean(n -> n < k ? 1 : 0);
        Quantities found = new Quantities().put("P0", chain.p()[0]).put("P_block=P[N=K]", chain.p()[k]).put("throughput=lambda_eff", throughput)
                .put("L", length).put("Lq", line).put("W_accepted", length / throughput).put("Wq_accepted", line / throughput)
                .put("utilisation_per_server", busy / c).put("P[wait|accepted]", chain.mean(n -> n >= c && n < k ? 1 : 0) / accepted);
        BirthDeath met = met(chain, k);
        responses(in, met, c, 1 / mu, found);
        in.ask().numbers().stream().filter(n -> n <= k).forEach(n -> found.put("P[N=" + n + "]", chain.p()[n.intValue()]));
        return Outcome.answer(found.values());
    }

    /// N users think for Z on average, then ask one of c servers for S: the closed interactive system.
    static Outcome<SequencedMap<String, Double>> repairman(QueueInputs in) {
        int users = in.whole("N", 1);
        double think = in.number("Z");
        double service = in.positive("S");
        int c = in.whole("c", 1);
        if (think == 0) {
            throw new IllegalArgumentException("Z must be greater than 0; without thinking the servers are always as busy as N and c allow");
        }
        BirthDeath chain = BirthDeath.of(users, n -> (users - n) / think, n -> Math.min(n, c) / service);
        double busy = chain.mean(n -> Math.min(n, c));
        double throughput = busy / service;
        double here = chain.mean(n -> n);
        double response = here / throughput;
        Quantities found = new Quantities().put("throughput_X", throughput).put("response_R", response).put("Q_at_server", here)
                .put("utilisation_per_server", busy / c).put("P0", chain.p()[0]);
        if (c == 1) {
            found.put("N_star=(Z+S)/S_single_server", (think + service) / service);
        }
        responses(in, Sojourn.metInClosed(users, think, service, c), c, service, found);
        return Outcome.answer(found.put("check_Little_N=X(R+Z)", throughput * (response + think)).values());
    }

    /// What an accepted arrival meets: fewer than K.
    private static BirthDeath met(BirthDeath chain, int k) {
        double[] p = Arrays.copyOf(chain.p(), k);
        double sum = Arrays.stream(p).sum();
        return new BirthDeath(Arrays.stream(p).map(each -> each / sum).toArray());
    }

    /// Exact percentiles of the response of those who get in.
    private static void responses(QueueInputs in, BirthDeath met, int servers, double service, Quantities found) {
        if (met.p().length <= MOST_MET) {
            in.ask().quantiles().forEach(p -> found.put("W_quantile_" + Names.of(p), Sojourn.quantile(met, servers, service, p)));
            in.ask().times().forEach(t -> found.put("P[W>" + Names.of(t) + "]", Sojourn.beyond(met, servers, service, t)));
        }
    }

    /// Whoever waits leaves after an exponential patience of mean 1/theta (Palm 1957; Garnett, Mandelbaum and Reiman 2002).
    static Outcome<SequencedMap<String, Double>> erlangA(QueueInputs in) {
        double lambda = in.positive("lambda");
        double mu = in.positive("mu");
        double theta = in.positive("theta");
        int c = in.whole("c", 1);
        int last = (int) Math.min(PATIENCE, c + 200 + Math.ceil(2 * lambda / theta + 12 * Math.sqrt(lambda / theta)));
        BirthDeath chain = BirthDeath.of(last, _ -> lambda, n -> Math.min(n, c) * mu + Math.max(0, n - c) * theta);
        if (chain.p()[last] > 1e-12) {
            return Outcome.not("The line would hold more than " + PATIENCE + " on average; this model is not meant for that.");
        }
        double line = chain.mean(n -> Math.max(0, n - c));
        return Outcome.answer(new Quantities().put("utilisation_per_server", chain.mean(n -> Math.min(n, c)) / c)
                .put("P[wait]", chain.mean(n -> n >= c ? 1 : 0)).put("P[abandon]", theta * line / lambda).put("Lq", line)
                .put("Wq", line / lambda).put("L", chain.mean(n -> n)).put("P0", chain.p()[0]).values());
    }
}

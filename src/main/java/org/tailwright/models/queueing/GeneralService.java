package org.tailwright.models.queueing;

import java.util.SequencedMap;
import org.tailwright.analyses.Outcome;

/// Service times, and arrivals, that are not exponential, known by mean and squared coefficient of variation.
final class GeneralService {
    private GeneralService() {}

    /// Pollaczek–Khinchine, exact.
    static Outcome<SequencedMap<String, Double>> mg1(QueueInputs in) {
        double lambda = in.positive("lambda");
        double service = in.positive("ES");
        double second = service * service * (1 + in.number("cs2"));
        double rho = lambda * service;
        if (rho >= 1) {
            return Unstable.because(lambda, 1 / service);
        }
        double wait = lambda * second / (2 * (1 - rho));
        return Outcome.answer(new Quantities().put("rho", rho).put("Wq", wait).put("W", wait + service).put("Lq", lambda * wait)
                .put("L", lambda * (wait + service)).put("E[S^2]", second).values());
    }

    /// Cobham 1954: classes in order of priority, the first highest; nobody is interrupted.
    static Outcome<SequencedMap<String, Double>> priorities(QueueInputs in) {
        double[] lambda = in.list("lambda");
        double[] service = in.list("ES");
        double[] variation = in.list("cs2");
        if (service.length != lambda.length || variation.length != lambda.length) {
            throw new IllegalArgumentException("lambda, ES and cs2 need one number for each class");
        }
        double residual = 0;
        double all = 0;
        for (int k = 0; k < lambda.length; k++) {
            residual += lambda[k] * service[k] * service[k] * (1 + variation[k]) / 2;
            all += lambda[k] * service[k];
        }
        Quantities found = new Quantities().put("rho", all);
        double higher = 0;
        for (int k = 0; k < lambda.length; k++) {
            double with = higher + lambda[k] * service[k];
            if (with >= 1) {
                return Outcome.not("No steady state for class " + (k + 1) + ": it and the classes above it ask for " + Names.of(with) + " servers.");
            }
            double wait = residual / ((1 - higher) * (1 - with));
            found.put("Wq[class" + (k + 1) + "]", wait).put("W[class" + (k + 1) + "]", wait + service[k]);
            higher = with;
        }
        return Outcome.answer(found.values());
    }

    /// Kingman 1961 for one server: an upper bound in heavy traffic, too high in light traffic.
    static Outcome<SequencedMap<String, Double>> kingman(QueueInputs in) {
        if (in.number("c", 1) != 1) {
            throw new IllegalArgumentException("Kingman's formula is for one server; Allen-Cunneen and Sakasegawa take several");
        }
        return approximated(in, 1, (lambda, service, _) -> lambda * service * service / (1 - lambda * service));
    }

    /// Allen 1990: the wait of M/M/c times the mean of both variations.
    static Outcome<SequencedMap<String, Double>> allenCunneen(QueueInputs in) {
        return approximated(in, in.whole("c", 1), (lambda, service, c) -> Mmc.of(lambda, 1 / service, c).meanWait());
    }

    /// Sakasegawa 1977: needs no Erlang formula.
    static Outcome<SequencedMap<String, Double>> sakasegawa(QueueInputs in) {
        return approximated(in, in.whole("c", 1), (lambda, service, c) -> {
            double rho = lambda * service / c;
            return Math.pow(rho, Math.sqrt(2 * (c + 1.0)) - 1) / (c * (1 - rho)) * service;
        });
    }

    private interface Markovian {
        double wait(double lambda, double service, int c);
    }

    private static Outcome<SequencedMap<String, Double>> approximated(QueueInputs in, int c, Markovian markovian) {
        double lambda = in.positive("lambda");
        double service = in.positive("ES");
        if (lambda * service >= c) {
            return Unstable.because(lambda, c / service);
        }
        double wait = markovian.wait(lambda, service, c) * (in.number("ca2") + in.number("cs2")) / 2;
        return Outcome.answer(new Quantities().put("rho", lambda * service / c).put("Wq", wait).put("W", wait + service).put("Lq", lambda * wait)
                .put("L", lambda * (wait + service)).values());
    }
}

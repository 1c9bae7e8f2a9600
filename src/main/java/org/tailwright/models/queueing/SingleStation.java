package org.tailwright.models.queueing;

import java.util.SequencedMap;
import org.apache.commons.math3.special.Gamma;
import org.tailwright.analyses.Outcome;

/// Poisson arrivals at one station with exponential service: M/M/1, M/M/c, M/M/∞.
final class SingleStation {
    private SingleStation() {}

    static Outcome<SequencedMap<String, Double>> mm1(QueueInputs in) {
        Mmc queue = new Mmc(in.number("lambda"), in.positive("mu"), 1, in.number("mu") - in.number("lambda"), 0, in.number("lambda") / in.positive("mu"));
        return stable(queue).orElseGet(() -> {
            double rho = queue.waits();
            Quantities found = new Quantities().put("rho", rho).put("L", queue.lambda() / queue.theta())
                    .put("Lq", rho * queue.lambda() / queue.theta()).put("W", 1 / queue.theta()).put("Wq", rho / queue.theta());
            in.ask().numbers().forEach(n -> found.put("P[N=" + n + "]", queue.theta() / queue.mu() * Math.pow(rho, n)));
            for (double p : in.ask().quantiles()) {
                found.put("W_quantile_" + Names.of(p), -Math.log1p(-p) / queue.theta());
                found.put("Wq_quantile_" + Names.of(p), queue.waitQuantile(p));
            }
            for (double t : in.ask().times()) {
                found.put("P[W>" + Names.of(t) + "]", Math.exp(-queue.theta() * t));
                found.put("P[Wq>" + Names.of(t) + "]", queue.waitBeyond(t));
            }
            return Outcome.answer(found.values());
        });
    }

    static Outcome<SequencedMap<String, Double>> mmc(QueueInputs in) {
        double lambda = in.positive("lambda");
        double mu = in.positive("mu");
        int c = in.whole("c", 1);
        Mmc queue = Mmc.of(lambda, mu, c);
        return stable(queue).orElseGet(() -> {
            double lq = queue.waits() * lambda / queue.theta();
            Quantities found = new Quantities().put("rho", lambda / (c * mu)).put("offered_load_erlangs", queue.erlangs())
                    .put("erlang_B", queue.loss()).put("erlang_C=P[wait]", queue.waits()).put("ln_P0", queue.logEmpty())
                    .put("P0", Math.exp(queue.logEmpty())).put("Lq", lq).put("L", lq + queue.erlangs())
                    .put("Wq", queue.meanWait()).put("W", queue.meanWait() + 1 / mu);
            for (double p : in.ask().quantiles()) {
                found.put("Wq_quantile_" + Names.of(p), queue.waitQuantile(p)).put("W_quantile_" + Names.of(p), queue.responseQuantile(p));
            }
            for (double t : in.ask().times()) {
                found.put("P[Wq>" + Names.of(t) + "]", queue.waitBeyond(t)).put("P[W>" + Names.of(t) + "]", queue.responseBeyond(t));
            }
            in.ask().numbers().forEach(n -> found.put("P[N=" + n + "]", queue.inSystem(n)));
            return Outcome.answer(found.values());
        });
    }

    static Outcome<SequencedMap<String, Double>> infinite(QueueInputs in) {
        double a = in.positive("lambda") / in.positive("mu");
        Quantities found = new Quantities().put("L", a).put("W", 1 / in.positive("mu")).put("P0", Math.exp(-a));
        in.ask().quantiles().forEach(p -> found.put("W_quantile_" + Names.of(p), -Math.log1p(-p) / in.positive("mu")));
        in.ask().numbers().forEach(n -> found.put("P[N=" + n + "]", Math.exp(n * Math.log(a) - a - Gamma.logGamma(n + 1.0))));
        return Outcome.answer(found.values());
    }

    private static java.util.Optional<Outcome<SequencedMap<String, Double>>> stable(Mmc queue) {
        return queue.theta() > 0 ? java.util.Optional.empty() : java.util.Optional.of(Unstable.because(queue.lambda(), queue.c() * queue.mu()));
    }
}

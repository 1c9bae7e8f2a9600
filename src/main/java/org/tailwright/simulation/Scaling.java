package org.tailwright.simulation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tailwright.charts.Numbers;
import org.tailwright.simulation.laws.Law;

/// What servers lose beside each other (USL in servers).
public sealed interface Scaling {
    /// What is drawn for it, one or two inputs.
    List<MonteCarlo.Input> inputs();

    /// Contention of a draw.
    ///
    /// @param drawn the inputs above
    double alpha(double... drawn);

    /// Coherency of a draw.
    double beta(double... drawn);

    /// The same where a rank of what is drawn means the loss with a number of servers.
    Scaling ordered(double servers);

    /// Whether servers lose anything beside each other.
    boolean loses();

    /// Service demand of a request alone, seconds.
    ///
    /// @param typed what was drawn for the demand itself
    double service(double typed, double... drawn);

    /// Coefficients that were typed, drawn apart.
    record Typed(Law contention, Law coherency) implements Scaling {
        @Override
        public List<MonteCarlo.Input> inputs() {
            return List.of(new MonteCarlo.Input("contention", contention), new MonteCarlo.Input("coherency", coherency));
        }

        @Override
        public double alpha(double... drawn) {
            return drawn[0];
        }

        @Override
        public double beta(double... drawn) {
            return drawn[1];
        }

        @Override
        public boolean loses() {
            Law none = new Law.Constant(0);
            return !contention.equals(none) || !coherency.equals(none);
        }

        @Override
        public double service(double typed, double... drawn) {
            return typed;
        }

        @Override
        public Scaling ordered(double servers) {
            return this;
        }
    }

    /// Coefficients of bootstrap replicates of a fitted law, drawn together: contention and coherency of one fit hang together closely, and laws of each
    /// alone would pair what no fit ever gave.
    ///
    /// @param fits from the least loss to the greatest where a rank of this input shall mean something
    /// @param demand whether the service demand is 1/γ of the same replicate
    /// @param source what the law was fitted to, in words
    record Replicates(List<Fit> fits, boolean demand, String source) implements Scaling {
        /// @param alpha contention
        /// @param beta coherency, at least 0
        /// @param seconds service demand, 1/γ
        public record Fit(double alpha, double beta, double seconds) {
            /// Seconds of a server for a request beside others.
            double at(double servers) {
                return seconds * (1 + alpha * (servers - 1) + beta * servers * (servers - 1));
            }
        }

        /// Name of the one input.
        static final String NAME = "USL coefficients";

        public Replicates {
            if (fits.isEmpty() || fits.stream().anyMatch(each -> !(each.beta >= 0) || !(each.seconds > 0))) {
                throw new IllegalArgumentException("replicates need β of at least 0 and γ above 0");
            }
            fits = List.copyOf(fits);
        }

        @Override
        public Scaling ordered(double servers) {
            return new Replicates(fits.stream().sorted(Comparator.comparingDouble(each -> each.at(servers))).toList(), demand, source);
        }

        @Override
        public List<MonteCarlo.Input> inputs() {
            return List.of(new MonteCarlo.Input(NAME, new Law.Uniform(0, 1)));
        }

        private Fit at(double... drawn) {
            return fits.get((int) Math.clamp(drawn[0] * fits.size(), 0, fits.size() - 1.0));
        }

        @Override
        public double alpha(double... drawn) {
            return at(drawn).alpha;
        }

        @Override
        public double beta(double... drawn) {
            return at(drawn).beta;
        }

        @Override
        public boolean loses() {
            return true;
        }

        @Override
        public double service(double typed, double... drawn) {
            return demand ? at(drawn).seconds : typed;
        }

        /// The 5 %, 50 % and 95 % quantiles of contention, coherency and demand in words.
        String words() {
            return Numbers.count(fits.size()) + " bootstrap replicates of " + source + ", drawn together: contention " + range(fits.stream().mapToDouble(Fit::alpha).toArray())
                    + ", coherency " + range(fits.stream().mapToDouble(Fit::beta).toArray());
        }

        /// The demand in words.
        String demandWords() {
            return "1/γ of the same replicate, " + range(fits.stream().mapToDouble(Fit::seconds).toArray()) + " s";
        }

        private static String range(double[] values) {
            Arrays.sort(values);
            double[] three = IntStream.of(5, 50, 95).mapToDouble(p -> values[Math.min(values.length - 1, values.length * p / 100)]).toArray();
            return Numbers.number(three[1]) + ", 90 % from " + Numbers.number(three[0]) + " to " + Numbers.number(three[2]);
        }
    }
}

package org.tailwright.models.queueing;

import java.util.SequencedMap;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.tailwright.analyses.Outcome;

/// Open networks of M/M/c stations with Poisson arrivals from outside and random routing (Jackson 1963): each station behaves as if alone.
final class OpenNetwork {
    private OpenNetwork() {}

    static Outcome<SequencedMap<String, Double>> jackson(QueueInputs in) {
        double[] outside = in.list("lambda");
        double[] mu = in.list("mu");
        int[] servers = in.has("c") ? in.wholes("c") : java.util.stream.IntStream.generate(() -> 1).limit(mu.length).toArray();
        double[][] routing = in.rows("P");
        if (mu.length != outside.length || servers.length != mu.length || routing.length != mu.length) {
            throw new IllegalArgumentException("lambda, mu and c need one number, and P one row, for each station");
        }
        double[] lambda = flows(outside, routing);
        Quantities found = new Quantities();
        double inside = 0;
        double entering = 0;
        for (int i = 0; i < mu.length; i++) {
            String at = "[" + (i + 1) + "]";
            if (lambda[i] >= servers[i] * mu[i]) {
                return Outcome.not("No steady state at station " + (i + 1) + ": " + Names.of(lambda[i]) + " arrive per unit of time and at most "
                        + Names.of(servers[i] * mu[i]) + " can be served.");
            }
            Mmc queue = Mmc.of(lambda[i], mu[i], servers[i]);
            double length = lambda[i] == 0 ? 0 : lambda[i] * (queue.meanWait() + 1 / mu[i]);
            found.put("lambda" + at, lambda[i]).put("rho" + at, lambda[i] / (servers[i] * mu[i])).put("L" + at, length)
                    .put("W" + at, lambda[i] == 0 ? 1 / mu[i] : length / lambda[i]);
            inside += length;
            entering += outside[i];
        }
        return Outcome.answer(found.put("L", inside).put("W", inside / entering).values());
    }

    /// Solves λ = γ + λP.
    private static double[] flows(double[] outside, double[][] routing) {
        for (double[] row : routing) {
            if (row.length != outside.length || java.util.Arrays.stream(row).sum() > 1 + 1e-12) {
                throw new IllegalArgumentException("each row of P needs one share for each station, at most 1 in all");
            }
        }
        RealMatrix system = MatrixUtils.createRealIdentityMatrix(outside.length).subtract(new Array2DRowRealMatrix(routing).transpose());
        try {
            return new LUDecomposition(system).getSolver().solve(new ArrayRealVector(outside)).toArray();
        } catch (SingularMatrixException e) {
            throw new IllegalArgumentException("P never lets anybody leave", e);
        }
    }
}

package org.tailwright.models.queueing;

import java.util.function.IntToDoubleFunction;

/// The stationary distribution of a birth–death chain over 0..last, from its rates, in logarithms so that nothing overflows.
///
/// @param p probability of each state
record BirthDeath(double[] p) {
    /// @param birth rate from state n to n + 1
    /// @param death rate from state n to n − 1, > 0
    static BirthDeath of(int last, IntToDoubleFunction birth, IntToDoubleFunction death) {
        double[] logs = new double[last + 1];
        double most = 0;
        for (int n = 1; n <= last; n++) {
            logs[n] = logs[n - 1] + Math.log(birth.applyAsDouble(n - 1) / death.applyAsDouble(n));
            most = Math.max(most, logs[n]);
        }
        double sum = 0;
        for (int n = 0; n <= last; n++) {
            logs[n] = Math.exp(logs[n] - most);
            sum += logs[n];
        }
        for (int n = 0; n <= last; n++) {
            logs[n] /= sum;
        }
        return new BirthDeath(logs);
    }

    /// The mean of a function of the state.
    double mean(IntToDoubleFunction of) {
        double sum = 0;
        for (int n = 0; n < p.length; n++) {
            sum += p[n] * of.applyAsDouble(n);
        }
        return sum;
    }
}

package org.tailwright.models.laws;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.linear.ArrayRealVector;

/// Least squares with coefficients of at least 0 (Lawson and Hanson 1974, in its simple form: the most negative coefficient leaves until none is).
final class NonNegative {
    private NonNegative() {}

    /// Coefficients of the columns of `x` that explain `y`; 0 for a column that would be negative, NaN everywhere when the columns cannot be told apart.
    static double[] fit(double[][] x, double[] y) {
        int columns = x[0].length;
        boolean[] out = new boolean[columns];
        while (true) {
            int[] used = java.util.stream.IntStream.range(0, columns).filter(each -> !out[each]).toArray();
            double[] found = new double[columns];
            if (used.length == 0) {
                return found;
            }
            double[] some;
            try {
                some = solve(x, y, used);
            } catch (SingularMatrixException e) {
                java.util.Arrays.fill(found, Double.NaN);
                return found;
            }
            int worst = -1;
            for (int i = 0; i < used.length; i++) {
                found[used[i]] = some[i];
                worst = some[i] < 0 && (worst < 0 || some[i] < some[worst]) ? i : worst;
            }
            if (worst < 0) {
                return found;
            }
            out[used[worst]] = true;
        }
    }

    private static double[] solve(double[][] x, double[] y, int[] used) {
        RealMatrix matrix = new Array2DRowRealMatrix(x.length, used.length);
        for (int row = 0; row < x.length; row++) {
            for (int i = 0; i < used.length; i++) {
                matrix.setEntry(row, i, x[row][used[i]]);
            }
        }
        return new QRDecomposition(matrix, 1e-12).getSolver().solve(new ArrayRealVector(y)).toArray();
    }
}

package org.tailwright.models.scalability;

/// QR factors of a tall matrix with a few columns by modified Gram-Schmidt with one re-orthogonalisation, after scaling the columns to
/// length 1: coefficients of very different size (β near 1e-4 beside γ near 1e2) then do not hurt.
final class ThinQr {
    private final double[][] q;
    private final double[][] r;
    private final double[] scale;

    /// @param columns p columns of equal length, overwritten
    ThinQr(double[][] columns) {
        int p = columns.length;
        q = columns;
        r = new double[p][p];
        scale = new double[p];
        for (int j = 0; j < p; j++) {
            scale[j] = norm(q[j]);
            divide(q[j], scale[j]);
            for (int pass = 0; pass < 2; pass++) {
                for (int k = 0; k < j; k++) {
                    double along = dot(q[k], q[j]);
                    r[k][j] += along;
                    subtract(q[j], q[k], along);
                }
            }
            r[j][j] = norm(q[j]);
            divide(q[j], r[j][j]);
        }
    }

    /// Whether the columns are linearly dependent to working accuracy.
    boolean singular() {
        for (int j = 0; j < r.length; j++) {
            if (!(scale[j] > 0) || !(r[j][j] > 1e-13)) {
                return true;
            }
        }
        return false;
    }

    /// The least-squares solution for the right side `y`.
    double[] solve(double[] y) {
        int p = r.length;
        double[] x = new double[p];
        for (int j = p - 1; j >= 0; j--) {
            double sum = dot(q[j], y);
            for (int k = j + 1; k < p; k++) {
                sum -= r[j][k] * x[k];
            }
            x[j] = sum / r[j][j];
        }
        for (int j = 0; j < p; j++) {
            x[j] /= scale[j];
        }
        return x;
    }

    /// (A'A)⁻¹ of the original columns.
    double[][] inverseOfSquare() {
        int p = r.length;
        double[][] inverse = new double[p][p];
        for (int column = 0; column < p; column++) {
            for (int j = column; j >= 0; j--) {
                double sum = j == column ? 1 : 0;
                for (int k = j + 1; k <= column; k++) {
                    sum -= r[j][k] * inverse[k][column];
                }
                inverse[j][column] = sum / r[j][j];
            }
        }
        double[][] square = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                square[i][j] = dot(inverse[i], inverse[j]) / (scale[i] * scale[j]);
            }
        }
        return square;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    private static void divide(double[] a, double by) {
        for (int i = 0; i < a.length; i++) {
            a[i] /= by;
        }
    }

    private static void subtract(double[] a, double[] b, double times) {
        for (int i = 0; i < a.length; i++) {
            a[i] -= times * b[i];
        }
    }
}

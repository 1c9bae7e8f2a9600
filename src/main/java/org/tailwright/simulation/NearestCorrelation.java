package org.tailwright.simulation;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/// The correlation matrix nearest to a symmetric one (Higham 2002): projections on the matrices without negative eigenvalues and on those with ones on the diagonal take turns, with
/// Dykstra's correction, which plain clipping of eigenvalues lacks.
final class NearestCorrelation {
    private static final int STEPS = 500;
    private static final double CLOSE = 1e-10;
    /// Draws need a root of the matrix.
    private static final double LEAST = 1e-9;

    private NearestCorrelation() {}

    /// Whether a matrix with ones on the diagonal is none.
    static boolean impossible(double[][] matrix) {
        for (double each : new EigenDecomposition(new Array2DRowRealMatrix(matrix)).getRealEigenvalues()) {
            if (each < -LEAST) {
                return true;
            }
        }
        return false;
    }

    static double[][] of(double[][] matrix) {
        RealMatrix y = new Array2DRowRealMatrix(matrix);
        RealMatrix correction = y.scalarMultiply(0);
        for (int step = 0; step < STEPS; step++) {
            RealMatrix r = y.subtract(correction);
            RealMatrix x = clipped(r);
            correction = x.subtract(r);
            RealMatrix next = x.copy();
            for (int i = 0; i < matrix.length; i++) {
                next.setEntry(i, i, 1);
            }
            boolean close = next.subtract(y).getFrobeniusNorm() <= CLOSE;
            y = next;
            if (close) {
                break;
            }
        }
        return y.getData();
    }

    private static RealMatrix clipped(RealMatrix matrix) {
        RealMatrix even = matrix.add(matrix.transpose()).scalarMultiply(0.5);
        EigenDecomposition parts = new EigenDecomposition(even);
        RealMatrix values = parts.getD();
        for (int i = 0; i < values.getRowDimension(); i++) {
            values.setEntry(i, i, Math.max(0, values.getEntry(i, i)));
        }
        return parts.getV().multiply(values).multiply(parts.getVT());
    }
}

package org.tailwright.simulation;

/// The lower triangular root of a covariance matrix (Cholesky); rows without variance of their own become zero there.
final class Roots {
    private Roots() {}

    static double[][] of(double[][] matrix) {
        int n = matrix.length;
        double[][] root = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                root[i][j] = i == j ? Math.sqrt(Math.max(0, sum)) : root[j][j] > 1e-12 ? sum / root[j][j] : 0;
            }
        }
        return root;
    }
}

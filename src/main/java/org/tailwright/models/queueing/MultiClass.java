package org.tailwright.models.queueing;

/// Exact mean value analysis of several classes: populations are numbered in mixed radix, so that every smaller one comes first.
///
/// @param throughput by class
/// @param response by class, without thinking
/// @param queue by station
record MultiClass(double[] throughput, double[] response, double[] queue) {
    static MultiClass of(int[] customers, double[][] demands, double[] think, int states) {
        int classes = customers.length;
        int stations = demands[0].length;
        int[] stride = new int[classes];
        stride[0] = 1;
        for (int k = 1; k < classes; k++) {
            stride[k] = stride[k - 1] * (customers[k - 1] + 1);
        }
        double[] queues = new double[states * stations];
        double[] throughput = new double[classes];
        double[] response = new double[classes];
        double[] residence = new double[stations];
        for (int state = 1; state < states; state++) {
            for (int k = 0; k < classes; k++) {
                int here = state / stride[k] % (customers[k] + 1);
                throughput[k] = 0;
                response[k] = 0;
                if (here == 0) {
                    continue;
                }
                int before = (state - stride[k]) * stations;
                for (int i = 0; i < stations; i++) {
                    residence[i] = demands[k][i] * (1 + queues[before + i]);
                    response[k] += residence[i];
                }
                throughput[k] = here / (think[k] + response[k]);
                for (int i = 0; i < stations; i++) {
                    queues[state * stations + i] += throughput[k] * residence[i];
                }
            }
        }
        double[] queue = java.util.Arrays.copyOfRange(queues, (states - 1) * stations, states * stations);
        return new MultiClass(throughput, response, queue);
    }
}

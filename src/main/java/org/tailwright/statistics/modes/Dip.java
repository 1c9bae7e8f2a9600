package org.tailwright.statistics.modes;

/// Hartigan and Hartigan's dip (1985): the largest difference between the empirical distribution and the unimodal one nearest to it.
///
/// Greatest convex minorant and least concave majorant are refined between the ends of the modal interval until they meet (Hartigan 1985, AS 217,
/// with Maechler's corrections).
final class Dip {
    private final double[] x;
    private final int n;
    private final int[] gcm;
    private final int[] lcm;
    private int gcms;
    private int lcms;
    private int ig;
    private int ih;

    private Dip(double[] sorted, int from, int to) {
        n = to - from;
        x = new double[n + 1];
        System.arraycopy(sorted, from, x, 1, n);
        gcm = new int[n + 2];
        lcm = new int[n + 2];
    }

    /// The dip of the values `from` to `to` − 1, from 1/(2n) to 1/4.
    ///
    /// @param sorted ascending
    static double of(double[] sorted, int from, int to) {
        return to - from < 2 || sorted[from] == sorted[to - 1] ? 0.5 / Math.max(1, to - from) : new Dip(sorted, from, to).statistic();
    }

    private double statistic() {
        int[] minorant = minorant();
        int[] majorant = majorant();
        int low = 1;
        int high = n;
        double dip = 1;
        while (true) {
            gcms = chain(gcm, minorant, high, low, false);
            lcms = chain(lcm, majorant, low, high, true);
            ig = gcms;
            ih = lcms;
            double gap = gcms != 2 || lcms != 2 ? widest() : 1;
            if (gap < dip) {
                break;
            }
            dip = Math.max(dip, Math.max(under(), over()));
            if (low == gcm[ig] && high == lcm[ih]) {
                break;
            }
            low = gcm[ig];
            high = lcm[ih];
        }
        return dip / (2 * n);
    }

    private int[] minorant() {
        int[] to = new int[n + 1];
        to[1] = 1;
        for (int j = 2; j <= n; j++) {
            to[j] = j - 1;
            while (true) {
                int a = to[j];
                int b = to[a];
                if (a == 1 || (x[j] - x[a]) * (a - b) < (x[a] - x[b]) * (j - a)) {
                    break;
                }
                to[j] = b;
            }
        }
        return to;
    }

    private int[] majorant() {
        int[] to = new int[n + 1];
        to[n] = n;
        for (int k = n - 1; k >= 1; k--) {
            to[k] = k + 1;
            while (true) {
                int a = to[k];
                int b = to[a];
                if (a == n || (x[k] - x[a]) * (a - b) < (x[a] - x[b]) * (k - a)) {
                    break;
                }
                to[k] = b;
            }
        }
        return to;
    }

    private static int chain(int[] chain, int[] next, int from, int to, boolean up) {
        int i = 1;
        chain[1] = from;
        while (up ? chain[i] < to : chain[i] > to) {
            chain[i + 1] = next[chain[i]];
            i++;
        }
        return i;
    }

    /// The largest distance between minorant and majorant; sets where it is.
    private double widest() {
        int ix = gcms - 1;
        int iv = 2;
        double widest = 0;
        do {
            int g = gcm[ix];
            int l = lcm[iv];
            if (g > l) {
                int before = gcm[ix + 1];
                double gap = l - before + 1 - (x[l] - x[before]) * (g - before) / (x[g] - x[before]);
                iv++;
                if (gap >= widest) {
                    widest = gap;
                    ig = ix + 1;
                    ih = iv - 1;
                }
            } else {
                int before = lcm[iv - 1];
                double gap = (x[g] - x[before]) * (l - before) / (x[l] - x[before]) - (g - before - 1);
                ix--;
                if (gap >= widest) {
                    widest = gap;
                    ig = ix + 1;
                    ih = iv;
                }
            }
            ix = Math.max(1, ix);
            iv = Math.min(iv, lcms);
        } while (gcm[ix] != lcm[iv]);
        return widest;
    }

    private double under() {
        double most = 0;
        for (int j = ig; j < gcms; j++) {
            int begin = gcm[j + 1];
            int end = gcm[j];
            double here = 1;
            if (end - begin > 1 && x[end] != x[begin]) {
                double slope = (end - begin) / (x[end] - x[begin]);
                for (int i = begin; i <= end; i++) {
                    here = Math.max(here, i - begin + 1 - (x[i] - x[begin]) * slope);
                }
            }
            most = Math.max(most, here);
        }
        return most;
    }

    private double over() {
        double most = 0;
        for (int j = ih; j < lcms; j++) {
            int begin = lcm[j];
            int end = lcm[j + 1];
            double here = 1;
            if (end - begin > 1 && x[end] != x[begin]) {
                double slope = (end - begin) / (x[end] - x[begin]);
                for (int i = begin; i <= end; i++) {
                    here = Math.max(here, (x[i] - x[begin]) * slope - (i - begin - 1));
                }
            }
            most = Math.max(most, here);
        }
        return most;
    }
}

package org.tailwright.simulation;

import org.tailwright.charts.Numbers;

/// Drawn shares in words, with as many digits as their simulation error leaves.
final class Shares {
    private static final int MOST = 6;

    private Shares() {}

    /// The share: "29.3 %".
    static String text(Sample.Estimate estimate) {
        return number(estimate.value(), decimals(estimate)) + Numbers.SPACE + "%";
    }

    /// Two errors around it: "[29.2, 29.4]".
    static String interval(Sample.Estimate estimate) {
        int decimals = decimals(estimate);
        return "[" + number(Math.max(0, estimate.value() - 2 * estimate.error()), decimals) + ", " + number(Math.min(1, estimate.value() + 2 * estimate.error()), decimals) + "]";
    }

    private static String number(double share, int decimals) {
        return share == 0 || share == 1 ? Numbers.fixed(100 * share, 0) : Numbers.fixed(100 * share, decimals);
    }

    private static int decimals(Sample.Estimate estimate) {
        double half = 200 * estimate.error();
        return half > 0 ? (int) Math.clamp(Math.ceil(-Math.log10(half)), 0, MOST) : 0;
    }
}

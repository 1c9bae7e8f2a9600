package org.tailwright.models.queueing;

import java.math.BigDecimal;
import java.math.MathContext;

/// How numbers stand in the names of quantities: without zeros at the end or powers of ten.
final class Names {
    private Names() {}

    static String of(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /// Six significant digits, for sentences.
    static String rounded(double value) {
        return BigDecimal.valueOf(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
    }
}

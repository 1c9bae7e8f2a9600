package org.tailwright.models.queueing;

import java.math.BigDecimal;

/// How numbers stand in the names of quantities: without zeros at the end or powers of ten.
final class Names {
    private Names() {}

    static String of(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}

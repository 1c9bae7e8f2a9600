package org.tailwright.ui.views.scalability;

import org.tailwright.charts.Numbers;
import org.tailwright.models.scalability.Usl;

/// Changes to a fitted law, each as a factor of what was fitted; 1 leaves it.
///
/// @param alpha factor of contention
/// @param beta factor of coherency
/// @param gamma factor of the throughput of one
record WhatIf(double alpha, double beta, double gamma) {
    /// Nothing changed.
    static final WhatIf NOTHING = new WhatIf(1, 1, 1);

    /// The changed law.
    Usl of(Usl law) {
        return new Usl(law.alpha() * alpha, law.beta() * beta, law.gamma() * gamma);
    }

    /// What it would do to the peak, in a sentence.
    String words(Usl law) {
        if (equals(NOTHING)) {
            return "Move a slider to see where the peak would go.";
        }
        Usl changed = of(law);
        if (changed.peakLoad().isEmpty()) {
            return changed.limit().isPresent() ? "There would be no peak; throughput would approach " + Numbers.rate(changed.limit().getAsDouble()) + "."
                    : "There would be neither a peak nor a limit.";
        }
        String to = Numbers.number(changed.peakLoad().getAsDouble()) + ", with " + Numbers.rate(changed.peakThroughput().orElseThrow());
        return law.peakLoad().isEmpty() ? "There would be a peak at load " + to + "."
                : "The peak would move from load " + Numbers.number(law.peakLoad().getAsDouble()) + " to " + to + ".";
    }
}

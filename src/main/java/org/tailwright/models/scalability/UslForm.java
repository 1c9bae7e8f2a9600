package org.tailwright.models.scalability;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Which law is fitted, and on which scale. The same data give different coefficients under different forms, so every answer names its
/// form.
public enum UslForm {
    /// X = γN / (1 + α(N−1) + βN(N−1)), three free coefficients, least squares on X.
    USL3("USL, 3 parameters", 3),
    /// C = X/X(1) = N / (1 + α(N−1) + βN(N−1)), two free coefficients, least squares on C; γ is the measured X at load 1.
    USL2("USL, normalised", 2),
    /// Gunther's transform: N/C − 1 = βk² + (α+β)k with k = N−1, linear least squares through the origin.
    USL2_QUADRATIC("USL, quadratic transform", 2),
    /// [#USL2] with β = 0.
    AMDAHL1("Amdahl, normalised", 1),
    /// [#USL3] with β = 0.
    AMDAHL2("Amdahl, 2 parameters", 2);

    private final String title;
    private final int parameters;

    UslForm(String title, int parameters) {
        this.title = title;
        this.parameters = parameters;
    }

    /// As typed and as in JSON, with underscores: `usl2_quadratic`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As people see it.
    public String title() {
        return title;
    }

    /// Number of free coefficients.
    public int parameters() {
        return parameters;
    }

    /// Whether γ is fixed to the throughput measured at load 1, so that the fit is made on the scale of C = X/X(1).
    public boolean normalised() {
        return switch (this) {
            case USL2, USL2_QUADRATIC, AMDAHL1 -> true;
            case USL3, AMDAHL2 -> false;
        };
    }

    /// Whether β is estimated.
    public boolean coherency() {
        return switch (this) {
            case USL3, USL2, USL2_QUADRATIC -> true;
            case AMDAHL1, AMDAHL2 -> false;
        };
    }

    /// All ids.
    public static List<String> ids() {
        return Arrays.stream(values()).map(UslForm::id).toList();
    }

    /// The form with that id.
    ///
    /// @throws IllegalArgumentException with a sentence for people
    public static UslForm of(String id) {
        String wanted = id.strip().toLowerCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values()).filter(form -> form.id().equals(wanted)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--form is one of " + String.join(", ", ids()) + ", not '" + id + "'"));
    }
}

package org.tailwright.models.scalability;

/// Laws without a ceiling, beside which the USL and Amdahl's law are judged: linear, and Gustafson's scaled speed-up.
final class OtherLaws {
    /// Id of the linear law X = γN.
    static final String LINEAR = "linear";
    /// Id of Gustafson's law X = γ(N − σ(N − 1)): the work grows with the workers (Gustafson 1988).
    static final String GUSTAFSON = "gustafson";

    /// Behind the id of a form: each step counts by the scatter of its own blocks of time.
    private static final String WEIGHTED = "_weighted";

    private OtherLaws() {}

    /// The law of a form with each step weighted; its rss is in units of those errors, and no AICc compares it with the unweighted ones.
    ///
    /// @param errors standard error of each throughput
    static UslResult.Model weighted(UslFit fit, double[] errors) {
        Usl law = UslFits.weighted(fit, errors);
        double rss = 0;
        for (int i = 0; i < errors.length; i++) {
            double off = (fit.measured().throughputs()[i] - law.throughput(fit.measured().loads()[i])) / errors[i];
            rss += off * off;
        }
        return new UslResult.Model(fit.form().id() + WEIGHTED, law.alpha(), law.beta(), law.gamma(), rss, null);
    }

    /// X = γN by least squares.
    static UslResult.Model linear(Measured points) {
        double products = 0;
        double squares = 0;
        for (int i = 0; i < points.size(); i++) {
            products += points.loads()[i] * points.throughputs()[i];
            squares += points.loads()[i] * points.loads()[i];
        }
        return model(LINEAR, points, 0, products / squares, 1);
    }

    /// A straight line a + bN by least squares: γ = a + b is the throughput of one, σ = a/γ the share that does not grow.
    static UslResult.Model gustafson(Measured points) {
        int n = points.size();
        double meanLoad = 0;
        double meanRate = 0;
        for (int i = 0; i < n; i++) {
            meanLoad += points.loads()[i] / n;
            meanRate += points.throughputs()[i] / n;
        }
        double products = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            products += (points.loads()[i] - meanLoad) * (points.throughputs()[i] - meanRate);
            squares += (points.loads()[i] - meanLoad) * (points.loads()[i] - meanLoad);
        }
        double slope = products / squares;
        double gamma = meanRate - slope * meanLoad + slope;
        return model(GUSTAFSON, points, 1 - slope / gamma, gamma, 2);
    }

    private static UslResult.Model model(String form, Measured points, double sigma, double gamma, int parameters) {
        double rss = 0;
        for (int i = 0; i < points.size(); i++) {
            double load = points.loads()[i];
            double off = points.throughputs()[i] - gamma * (load - sigma * (load - 1));
            rss += off * off;
        }
        int k = parameters + 1;
        int n = points.size();
        return new UslResult.Model(form, sigma, 0, gamma, rss, n <= k + 1 || rss == 0 ? null : n * Math.log(rss / n) + 2.0 * k + 2.0 * k * (k + 1) / (n - k - 1));
    }

    /// As people see it; also those of [UslForm].
    static String title(String form) {
        return switch (form) {
            case LINEAR -> "linear";
            case GUSTAFSON -> "Gustafson";
            default -> form(form).title() + (form.endsWith(WEIGHTED) ? ", steps weighted" : "");
        };
    }

    /// Whether α, β and γ of a form are coefficients of its own.
    static boolean has(String form, UslFit.Coefficient which) {
        boolean other = form.equals(LINEAR) || form.equals(GUSTAFSON);
        return switch (which) {
            case ALPHA -> !form.equals(LINEAR);
            case BETA -> !other && form(form).coherency();
            case GAMMA -> true;
        };
    }

    /// Why a form's AICc does not compare with those fitted to X, point for point; empty when it does.
    static String apart(String form) {
        if (form.equals(LINEAR) || form.equals(GUSTAFSON)) {
            return "";
        }
        return form.endsWith(WEIGHTED) ? "other weights" : form(form).normalised() ? "γ fixed to X(1)" : "";
    }

    private static UslForm form(String form) {
        return UslForm.of(form.replace(WEIGHTED, ""));
    }
}

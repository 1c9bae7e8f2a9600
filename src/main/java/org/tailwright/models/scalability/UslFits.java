package org.tailwright.models.scalability;

import java.util.Arrays;

/// Fits the forms of [UslForm] by least squares, unweighted but for [#weighted].
public final class UslFits {
    private static final double EXACT = 1e-15;

    private UslFits() {}

    /// The fit of a form.
    ///
    /// @throws IllegalArgumentException with [Measured#obstacle] when the points cannot carry it
    public static UslFit fit(UslForm form, Measured points) {
        points.obstacle(form).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        return switch (form) {
            case USL3, AMDAHL2 -> free(form, points);
            case USL2, AMDAHL1 -> normalised(form, points);
            case USL2_QUADRATIC -> quadratic(points);
        };
    }

    /// The fit of a form under β ≥ 0. Where the free fit has β < 0 the bound is active and the coefficients are those of Amdahl's law; the
    /// standard errors keep all columns of the Jacobian, as if β were free at 0.
    public static UslFit bounded(UslForm form, Measured points) {
        UslFit fit = fit(form, points);
        if (fit.law().beta() >= 0) {
            return fit;
        }
        UslFit edge = fit(form.normalised() ? UslForm.AMDAHL1 : UslForm.AMDAHL2, points);
        LeastSquares all = form.normalised() ? new LeastSquares(points.loads(), relative(points), true, false)
                : new LeastSquares(points.loads(), points.throughputs(), true, true);
        double[][] unscaled = new ThinQr(all.jacobian(edge.ownScale())).inverseOfSquare();
        return new UslFit(form, edge.law(), unscaled, edge.residuals(), points);
    }

    /// The law of a form on the scale of X that counts each point by its own precision.
    ///
    /// @param from the unweighted fit, where the search begins
    /// @param errors standard error of each throughput, above 0
    public static Usl weighted(UslFit from, double[] errors) {
        Measured points = from.measured();
        double[] weights = Arrays.stream(errors).map(each -> 1 / each).toArray();
        return new LeastSquares(points.loads(), points.throughputs(), from.form().coherency(), true, weights).fit(from.law(), EXACT);
    }

    /// The law again after new values on the form's own scale, searched from an earlier answer: for the bootstrap, to 1e-9.
    static Usl again(UslForm form, double[] loads, double[] values, Usl from) {
        return switch (form) {
            case USL3, USL2, AMDAHL1, AMDAHL2 -> new LeastSquares(loads, values, form.coherency(), !form.normalised()).fit(from, 1e-9);
            case USL2_QUADRATIC -> line(loads, values);
        };
    }

    /// What the form fits: X, C, or N/C − 1.
    static double[] values(UslForm form, Measured points) {
        double[] values = form.normalised() ? relative(points) : points.throughputs().clone();
        if (form == UslForm.USL2_QUADRATIC) {
            for (int i = 0; i < values.length; i++) {
                values[i] = points.loads()[i] / values[i] - 1;
            }
        }
        return values;
    }

    private static UslFit free(UslForm form, Measured points) {
        LeastSquares squares = new LeastSquares(points.loads(), points.throughputs(), form.coherency(), true);
        Usl best = null;
        for (Usl start : starts(points, form.coherency())) {
            Usl law = squares.fit(start, EXACT);
            best = best == null || squares.rss(law) < squares.rss(best) ? law : best;
        }
        return finished(form, best, best, squares, points);
    }

    private static UslFit normalised(UslForm form, Measured points) {
        LeastSquares squares = new LeastSquares(points.loads(), relative(points), form.coherency(), false);
        Usl law = squares.fit(new Usl(0.05, 0, 1), EXACT);
        return finished(form, law, law.scaled(points.atOne().orElseThrow()), squares, points);
    }

    private static UslFit finished(UslForm form, Usl own, Usl law, LeastSquares squares, Measured points) {
        return new UslFit(form, law, new ThinQr(squares.jacobian(own)).inverseOfSquare(), squares.residuals(own), points);
    }

    private static UslFit quadratic(Measured points) {
        double[] values = values(UslForm.USL2_QUADRATIC, points);
        double[] loads = points.loads();
        Usl own = line(loads, values);
        double[] residuals = new double[loads.length];
        for (int i = 0; i < loads.length; i++) {
            residuals[i] = values[i] - (own.denominator(loads[i]) - 1);
        }
        double[][] inverse = new ThinQr(columns(loads)).inverseOfSquare();
        return new UslFit(UslForm.USL2_QUADRATIC, own.scaled(points.atOne().orElseThrow()), inverse, residuals, points);
    }

    /// N/C − 1 = α(N−1) + βN(N−1), which spans the same quadratics through the origin as βk² + (α+β)k.
    private static Usl line(double[] loads, double[] values) {
        double[] both = new ThinQr(columns(loads)).solve(values);
        return new Usl(both[0], both[1], 1);
    }

    private static double[][] columns(double[] loads) {
        double[][] columns = new double[2][loads.length];
        for (int i = 0; i < loads.length; i++) {
            columns[0][i] = loads[i] - 1;
            columns[1][i] = loads[i] * (loads[i] - 1);
        }
        return columns;
    }

    private static double[] relative(Measured points) {
        double one = points.atOne().orElseThrow();
        double[] relative = points.throughputs().clone();
        for (int i = 0; i < relative.length; i++) {
            relative[i] /= one;
        }
        return relative;
    }

    /// Two places to search from: the law solved for N/X, which is linear in 1/γ, α/γ and β/γ, weighted so that its errors count as those of
    /// X; and a modest law through the best efficiency seen.
    private static Usl[] starts(Measured points, boolean coherency) {
        int n = points.size();
        double[][] columns = new double[coherency ? 3 : 2][n];
        double[] right = new double[n];
        double best = 0;
        for (int i = 0; i < n; i++) {
            double load = points.loads()[i];
            double weight = points.throughputs()[i] * points.throughputs()[i] / load;
            columns[0][i] = weight;
            columns[1][i] = weight * (load - 1);
            if (coherency) {
                columns[2][i] = weight * load * (load - 1);
            }
            right[i] = points.throughputs()[i];
            best = Math.max(best, points.throughputs()[i] / load);
        }
        Usl modest = new Usl(0.05, 0, best);
        double[] linear = new ThinQr(columns).solve(right);
        Usl solved = new Usl(linear[1] / linear[0], coherency ? linear[2] / linear[0] : 0, 1 / linear[0]);
        boolean usable = linear[0] > 0 && Double.isFinite(new LeastSquares(points.loads(), points.throughputs(), true, true).rss(solved));
        return usable ? new Usl[] {solved, modest} : new Usl[] {modest};
    }
}

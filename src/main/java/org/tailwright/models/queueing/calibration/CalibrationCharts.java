package org.tailwright.models.queueing.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Quantity;
import org.tailwright.charts.Role;
import org.tailwright.charts.Stroke;
import org.tailwright.models.queueing.QueueCharts;
import org.tailwright.models.queueing.QueueCurve;
import org.tailwright.models.queueing.calibration.CalibrationResult.Compared;

/// The pictures of a calibrated queue, the same for report and window.
public final class CalibrationCharts {
    private static final int STEPS = 120;
    private static final double HIGHEST = 0.97;

    private CalibrationCharts() {}

    /// Response time of theory with the measured points: against utilisation, or for a closed loop against users.
    public static Chart response(CalibrationResult result) {
        StationModel model = result.fit().model();
        Station station = result.fit().station();
        boolean closed = model == StationModel.CLOSED;
        double end = closed ? 1.1 * result.steps().stream().mapToDouble(each -> each.step().load()).max().orElse(1) : 1;
        double[] xs = IntStream.range(0, STEPS).mapToDouble(i -> closed ? 1 + (end - 1) * i / (STEPS - 1) : HIGHEST * (i + 1) / STEPS).toArray();
        if (closed) {
            xs = Arrays.stream(xs).map(Math::rint).distinct().toArray();
        }
        double perRho = station.servers() / station.service().value();
        List<Prediction> theory = Arrays.stream(xs).mapToObj(x -> closed ? station.at(model, Double.NaN, x) : station.at(model, x * perRho, Double.NaN)).toList();
        double[] mean = theory.stream().mapToDouble(each -> each.response() * 1e9).toArray();
        List<Layer> layers = new ArrayList<>();
        if (theory.getFirst().quantiles().length > 0) {
            layers.add(Layer.Line.of(xs, theory.stream().mapToDouble(each -> each.quantiles()[2] * 1e9).toArray(), Role.SERIES_2, "p99"));
        }
        layers.add(Layer.Line.of(xs, mean, Role.SERIES_1, "mean of theory"));
        points(result, station, false, closed, layers);
        points(result, station, true, closed, layers);
        double most = Math.max(max(mean), result.steps().stream().mapToDouble(each -> each.step().seen().response().value() * 1e9).filter(Double::isFinite).max().orElse(0));
        double least = Math.min(mean[0], result.steps().stream().mapToDouble(each -> each.step().seen().response().value() * 1e9).filter(Double::isFinite).min().orElse(mean[0]));
        Axis x = closed ? Axis.linear("users N", 0, end, Quantity.COUNT) : Axis.linear("utilisation of a server", 0, 1, Quantity.PERCENT);
        String title = "Response time against " + (closed ? "users" : "utilisation");
        return new Chart(title, model.with(station.servers(), Double.NaN), x, Axis.log("response", least / 1.5, most * 2, Quantity.DURATION_NANOS), layers,
                title + " of " + model.with(station.servers(), Double.NaN) + " with " + result.steps().size() + " measured steps beside it.");
    }

    private static void points(CalibrationResult result, Station station, boolean held, boolean closed, List<Layer> layers) {
        List<Compared> some = result.steps().stream().filter(each -> each.heldOut() == held && each.step().seen().response().known()).toList();
        if (some.isEmpty()) {
            return;
        }
        double[] xs = some.stream().mapToDouble(each -> closed ? each.step().load() : utilisation(each.step(), station)).toArray();
        double[] ys = some.stream().mapToDouble(each -> each.step().seen().response().value() * 1e9).toArray();
        double[] low = some.stream().mapToDouble(each -> bound(each.step().seen().response(), each.step().seen().response().low())).toArray();
        double[] high = some.stream().mapToDouble(each -> bound(each.step().seen().response(), each.step().seen().response().high())).toArray();
        layers.add(new Layer.Points(xs, ys, low, high, held ? Role.SERIES_3 : Role.SERIES_1, held ? "held out" : "measured"));
    }

    /// Measured mean responses for the picture of a queue: against utilisation, or for a closed model against users.
    public static QueueCharts.Seen seen(CalibrationResult result, QueueCurve.Kind kind) {
        Station station = result.fit().station();
        boolean users = kind == QueueCurve.Kind.USERS;
        List<StationStep> steps = result.steps().stream().map(Compared::step).filter(each -> each.seen().response().known() && (!users || each.load() > 0)).toList();
        return new QueueCharts.Seen(steps.stream().mapToDouble(each -> users ? each.load() : utilisation(each, station)).toArray(),
                steps.stream().mapToDouble(each -> each.seen().response().value()).toArray(),
                steps.stream().anyMatch(each -> each.seen().quantiles().length == 0) ? new double[0] : steps.stream().mapToDouble(each -> each.seen().quantiles()[2]).toArray());
    }

    /// Busy servers over c, as measured or as λS.
    static double utilisation(StationStep step, Station station) {
        double erlangs = Double.isNaN(step.erlangs()) ? step.rate() * station.service().value() : step.erlangs();
        return erlangs / station.servers();
    }

    private static double bound(Mean mean, double end) {
        return Math.max(1, (Double.isNaN(end) ? mean.value() : end) * 1e9);
    }

    /// What was measured over what theory says, minus one, step by step: of the wait where it was measured and matters, else of the response.
    public static Chart residuals(CalibrationResult result) {
        List<Compared> known = result.steps().stream().filter(each -> each.step().seen().response().known() && Double.isFinite(each.theory().response())).toList();
        double[] xs = IntStream.range(0, known.size()).mapToDouble(i -> i + 1.0).toArray();
        double[] ys = known.stream().mapToDouble(each -> each.step().seen().response().value() / each.theory().response() - 1).toArray();
        double most = Math.max(0.05, 1.15 * Arrays.stream(ys).map(Math::abs).max().orElse(0));
        List<Layer> layers = new ArrayList<>(List.of(new Layer.RuleY(0, "", Role.LINE, Stroke.SOLID)));
        for (boolean held : new boolean[] {false, true}) {
            int[] of = IntStream.range(0, xs.length).filter(i -> known.get(i).heldOut() == held).toArray();
            if (of.length > 0) {
                layers.add(Layer.Points.of(Arrays.stream(of).mapToDouble(i -> xs[i]).toArray(), Arrays.stream(of).mapToDouble(i -> ys[i]).toArray(),
                        held ? Role.SERIES_3 : Role.SERIES_1, held ? "held out" : "calibrated"));
            }
        }
        return new Chart("Residuals", "measured ÷ theory − 1, mean response", Axis.linear("step", 0, known.size() + 1.0, Quantity.COUNT),
                Axis.linear("residual", -most, most, Quantity.PERCENT), layers, "Residuals of the mean response, at most "
                + Numbers.percent(Arrays.stream(ys).map(Math::abs).max().orElse(0)) + ".");
    }

    private static double max(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
    }
}

package org.tailwright.models.queueing.calibration;

import java.util.ArrayList;
import java.util.List;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Unit;
import org.tailwright.models.queueing.calibration.CalibrationResult.Judged;
import org.tailwright.reports.Block;
import org.tailwright.reports.Figure;
import org.tailwright.reports.Provenance;
import org.tailwright.reports.Report;

/// Explains the answer of the analysis `calibrate`: verdict, station, tests, theory beside measurement.
final class CalibrateExplanation {
    private CalibrateExplanation() {}

    static Report.Section explain(Inputs inputs, CalibrateAnalysis.Parameters asked, CalibrationResult result) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(finding(result.verdict()));
        blocks.add(new Block.Facts(facts(inputs, result)));
        blocks.add(new Block.Text(result.fit().source()));
        result.checks().forEach(each -> blocks.add(finding(each)));
        if (result.steps().stream().anyMatch(each -> each.step().seen().response().known())) {
            Block.Picture picture = new Block.Picture("calibrated-response", CalibrationCharts.response(result), CalibrationCharts.response(result).description());
            blocks.add(picture);
            blocks.add(new Block.Picture("calibrated-residuals", CalibrationCharts.residuals(result), CalibrationCharts.residuals(result).description()));
        }
        blocks.add(models(result));
        blocks.add(steps(result));
        if (!result.laws().isEmpty()) {
            blocks.add(laws(result));
        }
        blocks.add(new Block.Text("Measured intervals are 95 % intervals of batch means; the verdict allows for more where so short a step scatters more although the model holds. The range of theory comes from the scatter of the mean service time between steps, so "
                + "that it holds sampling error and no model error. At the held-out step theory knew only the arrival rate"
                + (result.fit().model() == StationModel.CLOSED ? " or the number of users." : ".")));
        return new Report.Section("calibrate", "Calibrated queue", blocks);
    }

    private static Block finding(Check check) {
        return new Block.Finding(check.tone(), check.title(), check.text());
    }

    private static List<Block.Fact> facts(Inputs inputs, CalibrationResult result) {
        Station station = result.fit().station();
        Judged judged = result.chosen();
        Provenance how = new Provenance(inputs.datasets().stream().map(Dataset::name).toList(), "", result.fit().source(),
                result.steps().stream().mapToLong(each -> each.step().seen().n()).sum(), "95 %");
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact("model", new Figure(result.fit().model().with(station.servers(), Double.NaN), "", Double.NaN, Unit.NONE, how), "Kendall's notation", true));
        Mean service = station.service();
        facts.add(new Block.Fact("service S", new Figure(Numbers.duration(service.value() * 1e9), service.bounded() ? "[" + Numbers.duration(service.low() * 1e9) + ", "
                + Numbers.duration(service.high() * 1e9) + "]" : "", service.value() * 1e9, Unit.DURATION, how), "one server, one visit", true));
        facts.add(fact("cs²", Numbers.number(station.cs2()), station.cs2(), "variation of service", how));
        facts.add(fact("ca²", Numbers.number(station.ca2()), station.ca2(), "dispersion of arrivals", how));
        facts.add(fact("utilisation", Numbers.percent(judged.measured().utilisation()), judged.measured().utilisation(), "at " + judged.measured().name(), how));
        if (!Double.isNaN(station.habits().outsideSeconds())) {
            facts.add(new Block.Fact("elsewhere", new Figure(Numbers.duration(station.habits().outsideSeconds() * 1e9), "", station.habits().outsideSeconds() * 1e9, Unit.DURATION, how),
                    "a user's round outside the station", true));
        }
        return facts;
    }

    private static Block.Fact fact(String label, String text, double value, String note, Provenance how) {
        return new Block.Fact(label, new Figure(text, "", value, Unit.NONE, how), note, !Double.isNaN(value));
    }

    private static Block models(CalibrationResult result) {
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (Judged each : result.judged()) {
            rows.add(List.of(new Block.Cell(each.model().with(result.fit().station().servers(), Double.NaN) + (each.model() == result.fit().model() ? " (chosen)" : ""), Double.NaN, Block.Tone.PLAIN),
                    Block.Cell.of(Numbers.percent(each.theory().utilisation()), each.theory().utilisation()), seconds(each.theory().waiting()), seconds(each.measured().waiting().value()),
                    seconds(each.theory().response()), seconds(each.measured().response().value()), seconds(p99(each.theory().quantiles())), seconds(p99(each.measured().quantiles()))));
        }
        return new Block.Table("calibrate-models", "Models on the step held out, " + result.chosen().measured().name(), Block.Column.of("model", "utilisation", "wait", "measured",
                "response", "measured", "p99", "measured"), rows);
    }

    private static double p99(double[] quantiles) {
        return quantiles.length == 0 ? Double.NaN : quantiles[2];
    }

    private static Block steps(CalibrationResult result) {
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (CalibrationResult.Compared each : result.steps()) {
            StationStep step = each.step();
            double busy = CalibrationCharts.utilisation(step, result.fit().station());
            rows.add(List.of(Block.Cell.of(step.name() + (each.heldOut() ? " (held out)" : ""), step.load()), Block.Cell.of(Numbers.rate(step.rate()), step.rate()),
                    dispersion(step.arrivals()), seconds(step.service().seconds().value()),
                    Block.Cell.of(Numbers.percent(busy), busy), seconds(step.seen().waiting().value()), seconds(each.theory().waiting()),
                    seconds(step.seen().response().value()), seconds(each.theory().response())));
        }
        return new Block.Table("calibrate-steps", "Steps", Block.Column.of("step", "λ", "dispersion", "service", "utilisation", "wait", "theory", "response", "theory"), rows);
    }

    private static Block.Cell dispersion(Arrivals arrivals) {
        return arrivals.telling() ? Block.Cell.of(Numbers.number(arrivals.dispersion()), arrivals.dispersion()) : Block.Cell.of(Numbers.ABSENT);
    }

    private static Block laws(CalibrationResult result) {
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (ServiceLaw each : result.laws()) {
            List<Block.Cell> row = new ArrayList<>(List.of(Block.Cell.of(each.name())));
            for (double quantile : each.quantiles()) {
                row.add(seconds(quantile));
            }
            row.add(Block.Cell.of(Numbers.percent(each.tailError()), each.tailError()));
            row.add(Block.Cell.of(Numbers.pValue(each.p()), each.p()));
            rows.add(row);
        }
        List<Block.Cell> measured = new ArrayList<>(List.of(Block.Cell.of("measured")));
        for (double quantile : result.laws().getFirst().measured()) {
            measured.add(seconds(quantile));
        }
        measured.addAll(List.of(Block.Cell.of(Numbers.ABSENT), Block.Cell.of(Numbers.ABSENT)));
        rows.add(measured);
        return new Block.Table("calibrate-laws", "Law of service", Block.Column.of("law", "p50", "p90", "p99", "largest error", "fit (parametric bootstrap)"), rows);
    }

    private static Block.Cell seconds(double seconds) {
        return Block.Cell.of(Double.isNaN(seconds) ? Numbers.ABSENT : Double.isInfinite(seconds) ? "no end" : Numbers.duration(seconds * 1e9), seconds);
    }
}

package org.tailwright.models.scalability;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Field;
import org.tailwright.analyses.Form;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.analyses.Slot;
import org.tailwright.data.Column;
import org.tailwright.data.Dataset;
import org.tailwright.data.Doubles;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Longs;
import org.tailwright.data.Metrics;
import org.tailwright.data.Requests;
import org.tailwright.work.Work;

/// The analysis `usl`: a scalability law fitted to load points, or to load points found in requests.
public final class UslAnalysis {
    private static final Field<UslForm> FORM = new Field<>("form", "which law and scale", Field.Kind.CHOICE, UslForm.USL3.id(), UslForm.ids(),
            UslForm::of);
    private static final Field<String> LOAD = Field.text("load", "column with the load N, or the metric that counts it; empty for the one recognised", "");
    private static final Field<String> THROUGHPUT = Field.text("throughput", "column with the throughput X, or the metric that tells it; empty for the one recognised", "");
    private static final Field<Long> REPLICATES = Field.integer("replicates", "bootstrap replicates; 0 for none", 2000, 0, 100_000);
    private static final Field<Boolean> BOUNDED = Field.flag("bounded", "keep β at 0 or above", false);

    /// What is asked.
    ///
    /// @param load name of the load column, empty for the recognised one
    /// @param throughput name of the throughput column, empty for the recognised one
    /// @param replicates bootstrap replicates, 0 for none
    /// @param bounded whether β is kept at 0 or above
    public record Parameters(UslForm form, String load, String throughput, int replicates, boolean bounded) {}

    /// The analysis.
    public static final Analysis<Parameters, UslResult> USL = new Analysis<>("usl", "Scalability",
            List.of(new Slot("data", Set.of(Dataset.Kind.LOADPOINTS, Dataset.Kind.REQUESTS, Dataset.Kind.METRICS), Slot.Arity.ONE)),
            new Form<>(List.of(FORM, LOAD, THROUGHPUT, REPLICATES, BOUNDED), values -> new Parameters(values.get(FORM), values.get(LOAD),
                    values.get(THROUGHPUT), Math.toIntExact(values.get(REPLICATES)), values.get(BOUNDED))),
            UslAnalysis::answer, UslExplanation::explain);

    private UslAnalysis() {}

    /// Load points, with the blocks of their steps where they were found in requests.
    private record Found(LoadPoints points, Optional<StepBlocks> blocks) {}

    /// The load points asked about: those given, or those found in requests or in two metrics.
    private static Optional<Found> points(Inputs inputs, Parameters asked) {
        Optional<LoadPoints> given = inputs.first(LoadPoints.class);
        if (given.isPresent()) {
            return given.map(points -> new Found(points, Optional.empty()));
        }
        Optional<Requests> requests = inputs.requests();
        Optional<Metrics> metrics = inputs.first(Metrics.class).map(inputs.selection()::of);
        if (requests.isEmpty() && metrics.isPresent() && !asked.load().isBlank() && !asked.throughput().isBlank()) {
            return Optional.of(new Found(MetricPoints.of(metrics.get(), asked.load(), asked.throughput()), Optional.empty()));
        }
        return requests.map(found -> {
            LoadSteps steps = LoadSteps.of(found, LoadSteps.Search.USUAL);
            return new Found(steps.points(found), Optional.of(StepBlocks.of(found, steps)));
        });
    }

    private static Outcome<UslResult> answer(Inputs inputs, Parameters parameters, Work work) {
        Optional<Found> found = points(inputs, parameters);
        if (found.isEmpty()) {
            return Outcome.not("A scalability law needs load points: load against throughput, requests whose load changes in steps, or metrics of which --load and --throughput name two.");
        }
        LoadPoints points = found.get().points();
        Measured measured = Measured.present(column(points, parameters.load(), LoadPoints.LOAD), column(points, parameters.throughput(), LoadPoints.THROUGHPUT));
        Optional<String> obstacle = measured.obstacle(parameters.form());
        if (obstacle.isPresent()) {
            String from = inputs.first(LoadPoints.class).isPresent() ? "" : " (load steps found in " + (inputs.requests().isPresent() ? "the requests)" : "the metrics)");
            return Outcome.not("No law was fitted: " + obstacle.get() + from + ".");
        }
        return Outcome.answer(new UslAnswers(measured, points.axis(), found.get().blocks().filter(each -> each.good().length == measured.size())).of(parameters, inputs.seed(), work));
    }

    /// The named column; the recognised one where the name is empty or was already mapped while reading.
    private static double[] column(LoadPoints points, String name, String recognised) {
        Column named = name.isBlank() ? null : points.table().columns().get(name.strip());
        Column column = named == null ? points.table().doubles(recognised).orElseThrow() : named;
        if (column instanceof Doubles doubles) {
            return doubles.toArray();
        }
        if (column instanceof Longs longs) {
            double[] values = new double[longs.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = longs.missing(i) ? Double.NaN : longs.at(i);
            }
            return values;
        }
        throw new IllegalArgumentException("the column '" + name + "' holds no numbers");
    }
}

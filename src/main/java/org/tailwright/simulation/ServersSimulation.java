package org.tailwright.simulation;

import java.util.List;
import java.util.Optional;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Field;
import org.tailwright.analyses.Form;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.simulation.laws.Law;
import org.tailwright.work.Work;

/// The analysis `simulate-servers`: how many servers hold the objective in 50, 90, 95 and 99 % of the futures, and what they cost.
public final class ServersSimulation {
    private static final Field<Double> FACTOR = Field.number("factor", "the last month's load is as many times higher, such as 3 for a day of sales", 1, 0.01, 1000);
    private static final Field<Long> DRAWS = Field.integer("draws", "drawn futures, or the most of them with a precision", 200_000, 8192, 20_000_000);
    private static final Field<Double> PRECISION = Field.number("precision", "wanted 95 % half-width of the share of futures carried, 0 draws all", 0, 0, 0.5);
    private static final Field<Double> PRICE = Field.number("server-price", "price of a server for a month, in any currency", 0, 0, 1e12);
    private static final Field<Double> WATTS = Field.number("server-watts", "power drawn by a server, watts", 0, 0, 1e6);
    private static final Field<Double> CARBON = Field.number("carbon", "grams of CO2 for a kilowatt-hour", 0, 0, 1e5);
    private static final Field<Long> LISTED = Field.integer("list-draws", "futures listed one by one, for export", 0, 0, 1_000_000);

    /// Parameters that variants share: with a precision of its own, each would draw another number of futures.
    static final List<String> ALONE = List.of(PRECISION.id(), LISTED.id(), WATTS.id(), CARBON.id());

    /// What was typed; laws that are empty are taken from the data.
    ///
    /// @param base load, demand, station and objective, as the capacity simulation is asked; its servers are not used
    /// @param rest everything, with the same question inside
    public record Parameters(CapacitySimulation.Parameters base, ServersQuestion rest) {}

    /// The analysis.
    ///
    /// @param source where fitted scaling comes from
    public static Analysis<Parameters, ServersNeeded> analysis(ScalingSource source) {
        return new Analysis<>("simulate-servers", "Servers needed", CapacitySimulation.SLOTS, form(),
                (inputs, asked, work) -> switch (drawn(inputs, asked, source, work)) {
                    case Outcome.Answer<ServersDraws.Found> found -> Outcome.answer(found.result().needed());
                    case Outcome.NotApplicable<ServersDraws.Found> not -> Outcome.not(not.why());
                }, ServersExplanation::explain);
    }

    /// The parameters.
    static Form<Parameters> form() {
        return new Form<>(List.of(CapacitySimulation.LOAD, CapacitySimulation.SERVICE, CapacitySimulation.GROWTH, FACTOR, CapacitySimulation.WOBBLE,
                CapacitySimulation.EFFICIENCY, CapacitySimulation.ALPHA, CapacitySimulation.BETA, CapacitySimulation.SCALING, CapacitySimulation.UTILISATION, CapacitySimulation.LATENCY,
                CapacitySimulation.MONTHS, DRAWS, PRECISION, CapacitySimulation.POINTS, CapacitySimulation.CORRELATIONS, PRICE, WATTS, CARBON, LISTED), ServersSimulation::parameters);
    }

    private ServersSimulation() {}

    private static Parameters parameters(Form.Values values) {
        Law none = new Law.Constant(0);
        Optional<Law> load = values.get(CapacitySimulation.LOAD);
        Optional<Law> service = values.get(CapacitySimulation.SERVICE);
        double limit = CapacitySimulation.limit(values.get(CapacitySimulation.LATENCY));
        CapacityQuestion base = new CapacityQuestion(
                new CapacityQuestion.Demand(load.orElse(none), values.get(CapacitySimulation.GROWTH).orElse(none), values.get(CapacitySimulation.WOBBLE), service.orElse(none)),
                new CapacityQuestion.Station(new Law.Constant(1), values.get(CapacitySimulation.EFFICIENCY).orElse(new Law.Constant(1)),
                        CapacitySimulation.scaling(values)),
                new CapacityQuestion.Objective(values.get(CapacitySimulation.UTILISATION), 0.99, limit), Math.toIntExact(values.get(CapacitySimulation.MONTHS)),
                values.get(DRAWS), design(values));
        if (values.get(CARBON) > 0 && values.get(WATTS) == 0) {
            throw new IllegalArgumentException("--carbon counts the energy of servers: say what one draws, --server-watts");
        }
        ServersQuestion question = new ServersQuestion(base, values.get(FACTOR), values.get(PRECISION),
                new ServersQuestion.Prices(values.get(PRICE), values.get(WATTS), values.get(CARBON)), Math.toIntExact(values.get(LISTED)));
        return new Parameters(new CapacitySimulation.Parameters(load, service, base, Double.isFinite(limit), fitted(values), 0), question);
    }

    private static boolean fitted(Form.Values values) {
        return values.get(CapacitySimulation.SCALING) == CapacitySimulation.Scaled.DATA;
    }

    private static Design design(Form.Values values) {
        try {
            return new Design(values.get(CapacitySimulation.POINTS), Design.pairs(values.get(CapacitySimulation.CORRELATIONS), ServersDraws.names(fitted(values))));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--correlations: " + e.getMessage(), e);
        }
    }

    /// Draws, when load and demand are known.
    static Outcome<ServersDraws.Found> drawn(Inputs inputs, Parameters typed, ScalingSource source, Work work) {
        CapacitySimulation.Parameters asked = typed.base();
        if (asked.fitted()) {
            return switch (source.of(inputs, asked.service().isEmpty(), work)) {
                case Outcome.Answer<Scaling> found -> drawn(inputs, new Parameters(CapacitySimulation.with(asked, found.result()), typed.rest()), ScalingSource.NONE, work);
                case Outcome.NotApplicable<Scaling> not -> Outcome.not(not.why());
            };
        }
        Optional<MeasuredDemand> measured = asked.load().isPresent() && asked.service().isPresent() ? Optional.empty()
                : inputs.requests().flatMap(requests -> MeasuredDemand.of(requests, inputs.seed()));
        Law load = asked.load().or(() -> measured.map(MeasuredDemand::rate)).orElse(null);
        Law service = asked.service().or(() -> measured.map(MeasuredDemand::service)).orElse(null);
        if (load == null || service == null) {
            return Outcome.not("Say what arrives and what it needs, --load 400..500 --demand 15ms..20ms, or give requests of at least 600 rows to take them from.");
        }
        String wrong = CapacitySimulation.wrong(asked, load, service, 1, "what one request asks of its server, --demand 15ms..20ms");
        return wrong != null ? Outcome.not(wrong) : Outcome.answer(new ServersDraws(question(inputs, typed, load, service), inputs.seed()).found(work));
    }

    /// The question with what was taken from the data and the objectives.
    static ServersQuestion question(Inputs inputs, Parameters asked, Law load, Law service) {
        ServersQuestion rest = asked.rest();
        return new ServersQuestion(CapacitySimulation.question(inputs, asked.base(), load, service), rest.factor(), rest.precision(), rest.prices(), rest.listed());
    }
}

package org.tailwright.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Field;
import org.tailwright.analyses.Form;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.analyses.Slot;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Durations;
import org.tailwright.data.Objective;
import org.tailwright.simulation.laws.Law;
import org.tailwright.work.Work;

/// The analysis `simulate-capacity`: how likely utilisation or the response time breaks its objective in each of the coming months, when
/// growth, demand and servers are uncertain.
public final class CapacitySimulation {
    private static final String LAWS = "a number, a 90 % range such as 100..300, or a law such as pert(1,2,4)";
    /// How to say that a law comes from the data.
    private static final String FROM_DATA = "data";
    private static final double COMFORTABLE = 0.6;
    static final Field<Optional<Law>> LOAD = measured("load", "arrivals per second in the busy hour now: " + LAWS + "; empty or 'data' takes it from the data", "");
    static final Field<Optional<Law>> SERVICE = measured("demand", "mean service demand of a request, such as 20ms..30ms; empty or 'data' takes it from the data", "");
    static final Field<Optional<Law>> GROWTH = law("growth", "growth per month as a share: " + LAWS, "normal(3%,1%)");
    static final Field<Double> WOBBLE = Field.number("wobble", "standard deviation of single months around the growth path, as a share", 0.05, 0, 1);
    static final Field<Optional<Law>> SERVERS = law("servers", "number of servers: " + LAWS, "1");
    static final Field<Optional<Law>> EFFICIENCY = law("efficiency", "share of its speed that a server keeps beside the others", "1");
    static final Field<Optional<Law>> ALPHA = law("alpha", "contention of the USL in servers", "0");
    static final Field<Optional<Law>> BETA = law("beta", "coherency of the USL in servers", "0");
    static final Field<Scaled> SCALING = Field.choice("scaling", "where contention, coherency and, if it is not typed, the demand come from: typed, or a law fitted to load points whose load counts"
            + " servers", Scaled.TYPED);
    static final Field<Double> UTILISATION = Field.number("utilisation", "highest utilisation that is allowed, 1 for none", 1, 0.01, 1);
    static final Field<String> LATENCY = Field.text("objective-latency", "limit on p99 response time, such as 250ms; empty for the first objective", "");
    static final Field<Long> MONTHS = Field.integer("months", "months ahead", 12, 1, 120);
    static final Field<Long> DRAWS = Field.integer("draws", "number of drawn futures", 1_000_000, 1000, 100_000_000);

    private static final Field<Double> PRECISION = Field.number("precision", "wanted 95 % half-width of the probability of a breach by every month: stops when it is reached, at most the draws above;"
            + " 0 makes all draws", 0, 0, 0.5);
    static final Field<Design.Points> POINTS = Field.choice("points", "how futures are spread: independent, a Latin hypercube, or Sobol's sequence", Design.Points.RANDOM);
    static final Field<String> CORRELATIONS = Field.text("correlations", "rank correlations of inputs, such as 'load now~growth:0.5', or a matrix, 'load now, growth = 1 0.5 / 0.5 1'; Gaussian copula", "");

    /// Where the scaling of servers comes from.
    enum Scaled { TYPED, DATA }

    /// What was typed; laws that are empty are taken from the data.
    ///
    /// @param load arrivals per second
    /// @param service mean service demand, seconds
    /// @param rest everything else; its rate and service are those above or constants that are not used
    /// @param limited whether a latency limit was typed
    /// @param fitted whether the scaling comes from load points
    /// @param precision wanted half-width of probabilities; 0 makes all draws
    public record Parameters(Optional<Law> load, Optional<Law> service, CapacityQuestion rest, boolean limited, boolean fitted, double precision) {}

    /// What the questions take: requests for load and demand, load points for the scaling of servers.
    static final List<Slot> SLOTS = List.of(new Slot("data", Set.of(Dataset.Kind.REQUESTS, Dataset.Kind.TRACES), Slot.Arity.OPTIONAL),
            new Slot("scaling", Set.of(Dataset.Kind.LOADPOINTS), Slot.Arity.OPTIONAL));

    /// The analysis.
    ///
    /// @param source where fitted scaling comes from
    public static Analysis<Parameters, CapacityForecast> analysis(ScalingSource source) {
        return new Analysis<>("simulate-capacity", "Capacity simulation", SLOTS,
            new Form<>(List.of(LOAD, SERVICE, GROWTH, WOBBLE, SERVERS, EFFICIENCY, ALPHA, BETA, SCALING, UTILISATION, LATENCY, MONTHS, DRAWS, PRECISION, POINTS, CORRELATIONS),
                    CapacitySimulation::parameters),
            (inputs, asked, work) -> answer(inputs, asked, source, work), CapacityExplanation::explain);
    }

    private CapacitySimulation() {}

    private static Parameters parameters(Form.Values values) {
        Optional<Law> load = values.get(LOAD);
        Optional<Law> service = values.get(SERVICE);
        Law none = new Law.Constant(0);
        double limit = limit(values.get(LATENCY));
        CapacityQuestion question = new CapacityQuestion(
                new CapacityQuestion.Demand(load.orElse(none), values.get(GROWTH).orElse(none), values.get(WOBBLE), service.orElse(none)),
                new CapacityQuestion.Station(values.get(SERVERS).orElse(new Law.Constant(1)), values.get(EFFICIENCY).orElse(new Law.Constant(1)),
                        scaling(values)),
                new CapacityQuestion.Objective(values.get(UTILISATION), 0.99, limit), Math.toIntExact(values.get(MONTHS)), values.get(DRAWS), design(values));
        return new Parameters(load, service, question, Double.isFinite(limit), values.get(SCALING) == Scaled.DATA, values.get(PRECISION));
    }

    /// The typed coefficients.
    static Scaling scaling(Form.Values values) {
        Law none = new Law.Constant(0);
        Law alpha = values.get(ALPHA).orElse(none);
        Law beta = values.get(BETA).orElse(none);
        if (values.get(SCALING) == Scaled.DATA && !(alpha.equals(none) && beta.equals(none))) {
            throw new IllegalArgumentException("--scaling data takes contention and coherency from load points; leave --alpha and --beta out");
        }
        return new Scaling.Typed(alpha, beta);
    }

    private static Design design(Form.Values values) {
        try {
            return new Design(values.get(POINTS), Design.pairs(values.get(CORRELATIONS), names(values.get(SCALING) == Scaled.DATA)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--correlations: " + e.getMessage(), e);
        }
    }

    private static List<String> names(boolean fitted) {
        List<String> names = new ArrayList<>(List.of("load now", "growth", "service demand", "servers", "efficiency"));
        names.addAll(fitted ? List.of(Scaling.Replicates.NAME) : List.of("contention", "coherency"));
        return names;
    }

    private static Outcome<CapacityForecast> answer(Inputs inputs, Parameters asked, ScalingSource source, Work work) {
        if (asked.fitted()) {
            return switch (source.of(inputs, asked.service().isEmpty(), work)) {
                case Outcome.Answer<Scaling> found -> answer(inputs, with(asked, found.result()), ScalingSource.NONE, work);
                case Outcome.NotApplicable<Scaling> not -> Outcome.not(not.why());
            };
        }
        Optional<MeasuredDemand> measured = asked.load().isPresent() && asked.service().isPresent() ? Optional.empty()
                : inputs.requests().flatMap(requests -> MeasuredDemand.of(requests, inputs.seed()));
        Law load = asked.load().or(() -> measured.map(MeasuredDemand::rate)).orElse(null);
        Law service = asked.service().or(() -> measured.map(MeasuredDemand::service)).orElse(null);
        if (load == null || service == null) {
            return Outcome.not("Say what arrives and what it needs, --load 400..500 --demand 15ms..20ms, or give requests of at least 600 rows to take"
                    + " them from.");
        }
        String wrong = wrong(asked, load, service, asked.rest().station().servers().quantile(0.5), "--servers " + comfortable(load, service) + " and --demand 15ms..20ms");
        return wrong != null ? Outcome.not(wrong) : Outcome.answer(CapacityDraws.of(question(inputs, asked, load, service), asked.precision(), inputs.seed(), work));
    }

    /// What was asked, with the scaling that was found; the demand is then no longer asked for.
    static Parameters with(Parameters asked, Scaling scaling) {
        CapacityQuestion rest = asked.rest();
        Optional<Law> service = scaling instanceof Scaling.Replicates fits && fits.demand() ? Optional.of(new Law.Constant(fits.fits().get(fits.fits().size() / 2).seconds())) : asked.service();
        return new Parameters(asked.load(), service, new CapacityQuestion(rest.demand(), new CapacityQuestion.Station(rest.station().servers(), rest.station().efficiency(), scaling),
                rest.objective(), rest.months(), rest.draws(), rest.design()), asked.limited(), false, asked.precision());
    }

    /// The question with what was taken from the data and the objectives.
    static CapacityQuestion question(Inputs inputs, Parameters asked, Law load, Law service) {
        CapacityQuestion rest = asked.rest();
        CapacityQuestion.Objective objective = rest.objective();
        Optional<Objective> given = inputs.objectives().stream().filter(each -> each.where().isEmpty() && each.measure().filter(p -> p < 1).isPresent())
                .findFirst(); // one of some requests says nothing about the whole load
        if (!asked.limited() && given.isPresent()) {
            objective = new CapacityQuestion.Objective(objective.utilisation(), given.get().measure().orElseThrow(), given.get().limit());
        }
        return new CapacityQuestion(new CapacityQuestion.Demand(load, rest.demand().growth(), rest.demand().wobble(), service), rest.station(),
                objective, rest.months(), rest.draws(), rest.design());
    }

    /// How many servers the measured load would keep about 60 % busy.
    private static long comfortable(Law load, Law service) {
        return Math.max(1, (long) Math.ceil(load.quantile(0.5) * service.quantile(0.5) / COMFORTABLE));
    }

    /// Why these laws cannot be drawn from, a sentence; null when they can. Durations that were measured hold waiting: where they would have kept more
    /// servers busy than there were, they are no demand.
    ///
    /// @param servers that carried what was measured
    /// @param instead what to type
    static @Nullable String wrong(Parameters asked, Law load, Law service, double servers, String instead) {
        double needed = load.quantile(0.5) * service.quantile(0.5);
        if (asked.load().isEmpty() && asked.service().isEmpty() && needed >= servers) {
            return "The measured load times the measured mean duration keeps " + Numbers.number(needed) + " servers busy, yet " + Numbers.number(servers)
                    + " carried it: durations hold waiting, or there are more servers. Say what is known, " + instead + ".";
        }
        return load.quantile(0.001) < 0 || service.quantile(0.001) <= 0
                ? "Load and service demand must be above 0; choose laws that are, such as a range of positive numbers." : null;
    }

    /// A law that the data can tell, too.
    private static Field<Optional<Law>> measured(String id, String doc, String initial) {
        Field<Optional<Law>> law = law(id, doc, initial);
        return new Field<>(id, doc, Field.Kind.TEXT, initial, List.of(), text -> law.parser().apply(text.strip().equals(FROM_DATA) ? "" : text));
    }

    /// A law that may be left out.
    static Field<Optional<Law>> law(String id, String doc, String initial) {
        return new Field<>(id, doc, Field.Kind.TEXT, initial, List.of(), text -> {
            try {
                return text.isBlank() ? Optional.empty() : Optional.of(Law.parse(text));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("--" + id + ": " + e.getMessage(), e);
            }
        });
    }

    static double limit(String typed) {
        if (typed.isBlank()) {
            return Double.POSITIVE_INFINITY;
        }
        OptionalLong nanos = Durations.parse(typed);
        if (nanos.isEmpty()) {
            throw new IllegalArgumentException("--objective-latency needs a duration with its unit, such as 250ms, not '" + typed + "'");
        }
        return nanos.getAsLong();
    }
}

package org.tailwright.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Field;
import org.tailwright.analyses.Form;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.simulation.laws.Law;
import org.tailwright.work.Work;

/// The analysis `simulate-variants`: servers needed by several variants of one question, side by side in the same drawn futures.
public final class VariantsSimulation {
    private static final Field<String> VARIANTS = Field.text("variants", "named variants and what differs in them, such as 'as it is; faster pay: demand=12ms..15ms; large nodes: demand=9ms..10ms, server-price=400'",
            "as it is");
    private static final Field<Optional<Law>> SERVERS = CapacitySimulation.law("servers", "also the risk by month with as many servers, which variants may change; empty for none", "");
    private static final int MOST = 7;

    /// A variant's name, what differs, and its question.
    ///
    /// @param changed by parameter
    /// @param servers for the risk by month
    public record Asked(String name, Map<String, String> changed, ServersSimulation.Parameters question, Optional<Law> servers) {}

    /// What is asked.
    public record Parameters(List<Asked> variants) {
        public Parameters {
            variants = List.copyOf(variants);
        }
    }

    private VariantsSimulation() {}

    /// The analysis.
    ///
    /// @param source where fitted scaling comes from
    public static Analysis<Parameters, ServersVariants> analysis(ScalingSource source) {
        Form<ServersSimulation.Parameters> single = ServersSimulation.form();
        List<Field<?>> fields = new ArrayList<>(List.of(VARIANTS, SERVERS));
        single.fields().stream().filter(each -> !ServersSimulation.ALONE.contains(each.id())).forEach(fields::add);
        return new Analysis<>("simulate-variants", "Servers needed by variant", CapacitySimulation.SLOTS, new Form<>(fields, values -> parameters(values, single)),
                (inputs, asked, work) -> answer(inputs, asked, source, work), VariantsExplanation::explain);
    }

    private static Parameters parameters(Form.Values values, Form<ServersSimulation.Parameters> single) {
        Map<String, String> common = new LinkedHashMap<>(values.typed());
        common.remove(VARIANTS.id());
        List<Asked> variants = new ArrayList<>();
        for (String text : values.get(VARIANTS).split("[;\\n]")) {
            if (!text.isBlank()) {
                Asked asked = variant(text, common, single);
                if (variants.stream().anyMatch(each -> each.name.equals(asked.name))) {
                    throw new IllegalArgumentException("--variants: two variants are called '" + asked.name + "'");
                }
                variants.add(asked);
            }
        }
        if (variants.isEmpty() || variants.size() > MOST) {
            throw new IllegalArgumentException("--variants: write one to " + MOST + " variants parted by semicolons, not " + variants.size());
        }
        return new Parameters(variants);
    }

    private static Asked variant(String text, Map<String, String> common, Form<ServersSimulation.Parameters> single) {
        int colon = text.indexOf(':');
        String name = (colon < 0 ? text : text.substring(0, colon)).strip();
        Map<String, String> changed = new LinkedHashMap<>();
        for (String each : colon < 0 ? List.<String>of() : parts(text.substring(colon + 1))) {
            int equals = each.indexOf('=');
            if (equals < 0 || name.isEmpty()) {
                throw new IllegalArgumentException("--variants: '" + text.strip() + "' does not read NAME: parameter=value, parameter=value");
            }
            changed.put(each.substring(0, equals).strip(), each.substring(equals + 1).strip());
        }
        if (ServersSimulation.ALONE.stream().anyMatch(changed::containsKey)) {
            throw new IllegalArgumentException("--variants: " + String.join(", ", ServersSimulation.ALONE) + " are not set by variants");
        }
        Map<String, String> typed = new LinkedHashMap<>(common);
        typed.putAll(changed);
        try {
            Optional<Law> servers = SERVERS.parser().apply(typed.getOrDefault(SERVERS.id(), ""));
            typed.remove(SERVERS.id());
            ServersSimulation.Parameters question = single.parse(typed);
            if (servers.isPresent() && question.rest().factor() != 1) {
                throw new IllegalArgumentException("the risk by month with --servers knows no --factor, which raises the last month alone: type --factor 1 and a --load that is as many times higher in all months, or leave --servers out and"
                        + " read the risk of each number of servers from simulate-servers --factor");
            }
            return new Asked(name, changed, question, servers);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--variants, " + name + ": " + e.getMessage(), e);
        }
    }

    /// Parts between commas that stand in no parentheses.
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            depth += at == '(' ? 1 : at == ')' ? -1 : 0;
            if (at == ',' && depth <= 0) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts.stream().filter(each -> !each.isBlank()).toList();
    }

    private static Outcome<ServersVariants> answer(Inputs inputs, Parameters asked, ScalingSource source, Work work) {
        List<ServersVariants.Variant> variants = new ArrayList<>();
        double @Nullable [] first = null;
        for (Asked each : asked.variants()) {
            work.check();
            switch (ServersSimulation.drawn(inputs, each.question(), source, work)) {
                case Outcome.NotApplicable<ServersDraws.Found> not -> {
                    return Outcome.not(asked.variants().size() == 1 ? not.why() : each.name() + ": " + not.why());
                }
                case Outcome.Answer<ServersDraws.Found> found -> {
                    double[] needs = found.result().needs();
                    variants.add(new ServersVariants.Variant(each.name(), each.changed(), found.result().needed(), each.question().rest().prices().month(),
                            first == null ? null : difference(first, needs), each.servers().map(servers -> forecast(found.result().question(), servers, inputs.seed(), work)).orElse(null)));
                    first = first == null ? needs : first;
                }
            }
        }
        return Outcome.answer(new ServersVariants(variants, variants.getFirst().needed().drawn().draws()));
    }

    private static CapacityForecast forecast(ServersQuestion question, Law servers, long seed, Work work) {
        CapacityQuestion base = question.base();
        return CapacityDraws.of(new CapacityQuestion(base.demand(), new CapacityQuestion.Station(servers, base.station().efficiency(), base.station().scaling()), base.objective(), base.months(),
                base.draws(), base.design()), seed, work);
    }

    /// Draw by draw: inputs that both variants share have the same values in both.
    private static ServersVariants.Difference difference(double[] first, double[] other) {
        int n = Math.min(first.length, other.length);
        double[] differences = new double[n];
        Arrays.setAll(differences, i -> first[i] == other[i] ? 0 : other[i] - first[i]);
        Arrays.sort(differences);
        double fewer = Arrays.stream(differences).filter(each -> each < 0).count() / (double) n;
        double more = Arrays.stream(differences).filter(each -> each > 0).count() / (double) n;
        return new ServersVariants.Difference(differences[n / 2], differences[n / 20], differences[n - 1 - n / 20], fewer, more);
    }
}

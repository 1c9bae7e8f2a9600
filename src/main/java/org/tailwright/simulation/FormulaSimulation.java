package org.tailwright.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Field;
import org.tailwright.analyses.Form;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.analyses.Slot;
import org.tailwright.data.Dataset;
import org.tailwright.simulation.formula.Formula;
import org.tailwright.simulation.laws.Law;
import org.tailwright.work.Work;

/// The analysis `simulate-formula`: what small formulas give when their inputs are uncertain.
public final class FormulaSimulation {
    private static final Field<String> INPUTS = Field.text("inputs", "what is uncertain, such as 'load = 900..1100; demand = 18ms..22ms; price = 210': numbers, 90 % ranges, laws, or data:load and data:demand",
            "");
    private static final Field<String> FORMULAS = Field.text("formula", "what is computed, such as 'servers = ceil(load * demand / 0.7); cost = servers * price'", "");
    private static final Field<String> LIMIT = Field.text("limit", "how often is this so, such as 'cost > 5000'; empty for no limit", "");
    private static final Field<Long> DRAWS = Field.integer("draws", "number of draws", 500_000, 1000, 5_000_000);
    private static final Field<Long> LISTED = Field.integer("list-draws", "draws listed one by one, for export", 0, 0, 1_000_000);
    private static final Pattern COMPARED = Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*([<>])\\s*(.+)");
    private static final int MOST_INPUTS = 20;


    /// @param question with constants where an input comes from the data
    /// @param measured which inputs do, by their place
    public record Parameters(FormulaQuestion question, Map<Integer, String> measured) {
        public Parameters {
            measured = Map.copyOf(measured);
        }
    }

    /// The analysis.
    public static final Analysis<Parameters, FormulaForecast> FORMULA = new Analysis<>("simulate-formula", "Formulas",
            List.of(new Slot("data", Set.of(Dataset.Kind.REQUESTS, Dataset.Kind.TRACES), Slot.Arity.OPTIONAL)),
            new Form<>(List.of(INPUTS, FORMULAS, LIMIT, DRAWS, CapacitySimulation.POINTS, CapacitySimulation.CORRELATIONS, LISTED), FormulaSimulation::parameters),
            FormulaSimulation::answer, FormulaExplanation::explain);

    private FormulaSimulation() {}

    private static Parameters parameters(Form.Values values) {
        List<MonteCarlo.Input> inputs = new ArrayList<>();
        Map<Integer, String> measured = new TreeMap<>();
        String typed = values.get(INPUTS);
        for (String each : typed.isBlank() ? new String[0] : typed.split("[;\\n]")) {
            if (!each.isBlank()) {
                input(each, inputs, measured);
            }
        }
        List<String> names = inputs.stream().map(MonteCarlo.Input::name).toList();
        List<Formula> formulas = values.get(FORMULAS).isBlank() ? List.of() : at("--formula", () -> Formula.parse(values.get(FORMULAS), names));
        Design design = at("--correlations", () -> new Design(values.get(CapacitySimulation.POINTS), Design.pairs(values.get(CapacitySimulation.CORRELATIONS), names)));
        return new Parameters(new FormulaQuestion(inputs, formulas, limit(values.get(LIMIT), formulas), design, values.get(DRAWS), Math.toIntExact(values.get(LISTED))), measured);
    }

    private static void input(String text, List<MonteCarlo.Input> inputs, Map<Integer, String> measured) {
        int equals = text.indexOf('=');
        String name = text.substring(0, Math.max(0, equals)).strip();
        String law = text.substring(equals + 1).strip();
        at("--inputs", () -> {
            if (equals < 0 || inputs.size() >= MOST_INPUTS) {
                throw new IllegalArgumentException(equals < 0 ? "'" + text.strip() + "' has no '='; write for example load = 900..1100" : "at most " + MOST_INPUTS + " inputs are drawn");
            }
            Formula.name(name, inputs.stream().map(MonteCarlo.Input::name).toList());
            boolean data = law.equals("data:load") || law.equals("data:demand");
            if (data) {
                measured.put(inputs.size(), law);
            }
            inputs.add(new MonteCarlo.Input(name, data ? new Law.Constant(0) : Law.parse(law)));
            return name;
        });
    }

    private static FormulaQuestion.@Nullable Limit limit(String text, List<Formula> formulas) {
        if (text.isBlank()) {
            return null;
        }
        Matcher match = COMPARED.matcher(text);
        List<String> names = formulas.stream().map(Formula::name).toList();
        if (!match.matches() || !names.contains(match.group(1))) {
            throw new IllegalArgumentException("--limit: '" + text.strip() + "' is no limit; write for example " + (names.isEmpty() ? "cost" : names.getLast()) + " > 100 with one of "
                    + String.join(", ", names));
        }
        Law value = at("--limit", () -> Law.parse(match.group(3)));
        if (!(value instanceof Law.Constant(double number))) {
            throw new IllegalArgumentException("--limit: '" + match.group(3).strip() + "' is no number");
        }
        return new FormulaQuestion.Limit(names.indexOf(match.group(1)), match.group(2).equals(">"), number);
    }

    private static <T> T at(String option, java.util.function.Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
        }
    }

    private static Outcome<FormulaForecast> answer(Inputs inputs, Parameters asked, Work work) {
        FormulaQuestion question = asked.question();
        if (question.formulas().isEmpty()) {
            return Outcome.not("Say what is uncertain and what is computed of it, such as --inputs 'load = 900..1100; demand = 18ms..22ms' --formula 'servers = ceil(load * demand / 0.7)'.");
        }
        List<MonteCarlo.Input> drawn = new ArrayList<>(question.inputs());
        if (!asked.measured().isEmpty()) {
            Optional<MeasuredDemand> found = inputs.requests().flatMap(requests -> MeasuredDemand.of(requests, inputs.seed()));
            if (found.isEmpty()) {
                return Outcome.not("Load and demand from the data need requests: at least 600 over a while.");
            }
            asked.measured().forEach((at, which) -> drawn.set(at, new MonteCarlo.Input(drawn.get(at).name(),
                    which.endsWith("load") ? found.get().rate() : found.get().service())));
        }
        FormulaQuestion whole = new FormulaQuestion(drawn, question.formulas(), question.limit(), question.design(), question.draws(), question.listed());
        return Outcome.answer(new FormulaDraws(whole, inputs.seed()).forecast(work));
    }
}

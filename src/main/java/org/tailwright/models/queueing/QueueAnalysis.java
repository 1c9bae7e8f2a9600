package org.tailwright.models.queueing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Field;
import org.tailwright.analyses.Form;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.work.Work;

/// The analysis `queue`: a model solved for typed inputs. Rates and times are in one unit of time that the user chooses, such as seconds.
public final class QueueAnalysis {
    private static final Field<String> MODEL = new Field<>("model", "which model", Field.Kind.CHOICE, "M/M/c",
            QueueModels.ALL.stream().map(QueueModel::name).toList(), Function.identity());
    private static final Field<String> INPUT = Field.text("input", "all inputs in one text, such as 'N=3;Z=15;D=5|4|3'", "");
    private static final Field<String> LIMIT = Field.text("limit", "p99 of the response that shall not be exceeded (the mean where the model has no percentiles), in the unit of time; says at which load it is reached", "");
    private static final Field<String> QUANTILES = Field.text("quantiles", "quantiles of the times", "0.5,0.9,0.95,0.99,0.999");
    private static final Field<String> TIMES = Field.text("times", "t of P[W>t] and P[Wq>t]", "0.05,0.1,0.5,1,3,10,1000000");
    private static final Field<String> NUMBERS = Field.text("numbers", "n of P[N=n]", "0,1,2,3,4,5,8,10,16,64,100,1000");
    private static final List<Field<String>> INPUTS = List.of(
            input("lambda", "arrivals per unit of time"), input("mu", "services per server and unit of time"), input("c", "number of servers"),
            input("K", "places in the system"), input("N", "users or customers; 5|3 for two classes"), input("Z", "mean think time"),
            input("S", "mean service time"), input("D", "demands by station 2|3|1, a row for each class 1|2 / 3|4"),
            input("ES", "mean service time"), input("cs2", "squared coefficient of variation of the service times"),
            input("ca2", "squared coefficient of variation of the times between arrivals"), input("theta", "rate of losing patience"),
            input("P", "routing shares, a row for each station 0|0.5 / 0|0"), input("a", "offered load in erlangs"), input("B", "share that is lost"),
            input("B_max", "largest share that may be lost"), input("t", "longest wait that is fine"),
            input("service_level", "share of all that shall wait no longer than t"));

    /// What is asked.
    ///
    /// @param model which model
    /// @param inputs what is known
    /// @param limit on the response, in the unit of time of the inputs
    public record Parameters(QueueModel model, QueueInputs inputs, OptionalDouble limit) {
        /// Kendall's notation with the numbers that are known, as in `M/M/19`.
        public String notation() {
            String name = model.name();
            int end = name.indexOf(' ');
            String symbols = name.contains("/") && !name.startsWith("open") && !name.startsWith("closed") ? end < 0 ? name : name.substring(0, end) : name;
            for (String each : List.of("c", "K", "N")) {
                boolean known = inputs.texts().getOrDefault(each, "").matches("[0-9]+");
                symbols = known && symbols.contains("/") ? symbols.replaceFirst("/" + each + "(?![a-zA-Z])", "/" + inputs.texts().get(each)) : symbols;
            }
            return symbols;
        }

        /// What each input is, with its unit.
        public static String meaning(String input) {
            return INPUTS.stream().filter(each -> each.id().equals(input)).map(Field::doc).findFirst().orElse("");
        }
    }

    /// The analysis; its answer is the model's name and the quantities by name.
    public static final Analysis<Parameters, SequencedMap<String, Object>> QUEUE = new Analysis<>("queue", "Queueing", List.of(),
            new Form<>(fields(), QueueAnalysis::parameters), QueueAnalysis::answer, QueueExplanation::explain);

    private QueueAnalysis() {}

    private static Field<String> input(String name, String doc) {
        return Field.text(name, doc, "");
    }

    private static List<Field<?>> fields() {
        List<Field<?>> fields = new ArrayList<>(List.of(MODEL));
        fields.addAll(INPUTS);
        fields.addAll(List.of(INPUT, LIMIT, QUANTILES, TIMES, NUMBERS));
        return fields;
    }

    private static Parameters parameters(Form.Values values) {
        String name = values.get(MODEL);
        QueueModel model = QueueModels.named(name).orElseThrow(() -> new IllegalArgumentException("there is no model '" + name + "'; there are "
                + QueueModels.ALL.stream().map(QueueModel::name).collect(Collectors.joining(", "))));
        Map<String, String> texts = new LinkedHashMap<>(QueueInputs.parse(values.get(INPUT)));
        INPUTS.stream().filter(each -> !values.get(each).isBlank()).forEach(each -> texts.put(each.id(), values.get(each)));
        return new Parameters(model, new QueueInputs(texts, new QueueInputs.Ask(
                numbers(values.get(QUANTILES), "quantiles", 0, 1), numbers(values.get(TIMES), "times", 0, Double.MAX_VALUE),
                numbers(values.get(NUMBERS), "numbers", 0, 1e9).stream().map(Double::longValue).toList())), limit(values.get(LIMIT)));
    }

    private static OptionalDouble limit(String text) {
        List<Double> typed = numbers(text, "limit", 0, Double.MAX_VALUE);
        return typed.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(typed.getFirst());
    }

    private static List<Double> numbers(String text, String id, double low, double high) {
        try {
            List<Double> numbers = Arrays.stream(text.split(",")).filter(each -> !each.isBlank()).map(each -> Double.parseDouble(each.strip())).toList();
            if (numbers.stream().allMatch(each -> each >= low && each <= high && (high > 1 || each > 0 && each < 1))) {
                return numbers;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("--" + id + " needs numbers " + (high == 1 ? "between 0 and 1" : "of at least 0") + " with commas, not '" + text + "'");
    }

    private static Outcome<SequencedMap<String, Object>> answer(Inputs inputs, Parameters parameters, Work work) {
        if (parameters.inputs().texts().isEmpty()) {
            return Outcome.not("Type the inputs of " + parameters.model().name() + ": " + String.join(", ", parameters.model().inputs()) + ".");
        }
        return switch (parameters.model().solver().solve(parameters.inputs())) {
            case Outcome.Answer<SequencedMap<String, Double>>(SequencedMap<String, Double> found) -> {
                SequencedMap<String, Object> named = new LinkedHashMap<>();
                named.put("model", parameters.model().name());
                named.putAll(found);
                yield Outcome.answer(named);
            }
            case Outcome.NotApplicable<SequencedMap<String, Double>>(String why) -> Outcome.not(why);
        };
    }
}

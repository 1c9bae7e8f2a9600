package org.tailwright.models.queueing.pool;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.tailwright.analyses.Analysis;
import org.tailwright.analyses.Field;
import org.tailwright.analyses.Form;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.analyses.Slot;
import org.tailwright.data.Dataset;
import org.tailwright.data.Durations;
import org.tailwright.models.queueing.calibration.Occupation;
import org.tailwright.work.Work;

/// The analysis `pool`: how many connections, threads or workers are needed, from arrivals and hold times.
public final class PoolAnalysis {
    private static final Field<OptionalDouble> RATE = new Field<>("lambda", "acquisitions per second; empty takes the busiest slice of the data", Field.Kind.TEXT, "", List.of(), text -> number("lambda", text));
    private static final Field<OptionalDouble> HOLD = new Field<>("hold", "mean hold time, such as 12ms; empty takes it from the data", Field.Kind.TEXT, "", List.of(), text -> seconds("hold", text));
    private static final Field<OptionalDouble> CS2 = new Field<>("cs2", "squared coefficient of variation of hold times; empty takes it from the data, else 1", Field.Kind.TEXT, "", List.of(), text -> number("cs2", text));
    private static final Field<OptionalInt> NOW = new Field<>("now", "size of the pool in use, to compare with", Field.Kind.TEXT, "", List.of(), text -> whole("now", text));
    private static final Field<OptionalInt> THREADS = new Field<>("threads", "number of threads that share the pool; empty for arrivals from outside", Field.Kind.TEXT, "", List.of(), text -> whole("threads", text));
    private static final Field<Long> LIMIT = Field.duration("limit", "longest wait for the pool that is fine", "5ms");
    private static final Field<Double> SHARE = Field.number("share", "percent of acquisitions that shall wait no longer", 99, 50, 99.9999);
    private static final Field<OptionalDouble> TIMEOUT = new Field<>("timeout", "how long an acquisition waits before it gives up, such as 250ms", Field.Kind.TEXT, "", List.of(), text -> seconds("timeout", text));
    private static final Field<String> WAITING = Field.text("wait", "label of the spans that wait for the pool", "");
    private static final Field<String> HELD = Field.text("held", "labels of the spans during which it is held, with commas; empty for the client spans after the wait", "");
    private static final Field<String> BUSY = Field.text("busy", "metric that counts those in use", "");
    private static final Field<Long> SLICES = Field.integer("slices", "slices of time of the data, of which the busiest is taken", 8, 1, 200);

    /// What is asked.
    ///
    /// @param known what was typed of the need
    public record Parameters(Known known, PoolResult.Goal goal, OptionalInt now, OptionalInt threads, Occupation.Clues clues) {}

    /// What was typed of arrivals and hold times.
    public record Known(OptionalDouble rate, OptionalDouble hold, OptionalDouble cs2) {}

    /// The analysis.
    public static final Analysis<Parameters, PoolResult> POOL = new Analysis<>("pool", "Pool size",
            List.of(new Slot("data", Set.of(Dataset.Kind.REQUESTS, Dataset.Kind.TRACES), Slot.Arity.OPTIONAL), new Slot("metrics", Set.of(Dataset.Kind.METRICS), Slot.Arity.OPTIONAL)),
            new Form<>(List.of(RATE, HOLD, CS2, NOW, THREADS, LIMIT, SHARE, TIMEOUT, WAITING, HELD, BUSY, SLICES), PoolAnalysis::parameters),
            PoolAnalysis::answer, PoolExplanation::explain);

    private PoolAnalysis() {}

    private static Parameters parameters(Form.Values values) {
        return new Parameters(new Known(values.get(RATE), values.get(HOLD), values.get(CS2)),
                new PoolResult.Goal(values.get(LIMIT) / 1e9, values.get(SHARE) / 100, values.get(TIMEOUT).orElse(Double.NaN)), values.get(NOW), values.get(THREADS),
                new Occupation.Clues(values.get(WAITING).strip(), values.get(HELD), values.get(BUSY).strip(), Math.toIntExact(values.get(SLICES))));
    }

    private static OptionalDouble number(String id, String text) {
        if (text.isBlank()) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text.strip());
            if (value >= 0 && value < 1e12) {
                return OptionalDouble.of(value);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("--" + id + " needs a number of at least 0, not '" + text + "'");
    }

    private static OptionalInt whole(String id, String text) {
        OptionalDouble value = number(id, text);
        if (value.isPresent() && (value.getAsDouble() != Math.rint(value.getAsDouble()) || value.getAsDouble() < 1 || value.getAsDouble() > 100_000)) {
            throw new IllegalArgumentException("--" + id + " needs a whole number from 1 to 100,000, not '" + text + "'");
        }
        return value.isPresent() ? OptionalInt.of((int) value.getAsDouble()) : OptionalInt.empty();
    }

    private static OptionalDouble seconds(String id, String text) {
        return text.isBlank() ? OptionalDouble.empty() : OptionalDouble.of(Durations.parse(text)
                .orElseThrow(() -> new IllegalArgumentException("--" + id + " needs a duration with its unit, such as 12ms, not '" + text + "'")) / 1e9);
    }

    private static Outcome<PoolResult> answer(Inputs inputs, Parameters asked, Work work) {
        Known known = asked.known();
        List<Occupation> seen = known.rate().isPresent() && known.hold().isPresent() ? List.of() : Occupation.of(inputs, asked.clues(), work);
        Optional<Occupation> busiest = seen.stream().max(Comparator.comparingDouble(each -> known.rate().orElse(each.rate()) * known.hold().orElse(each.hold())));
        double rate = known.rate().orElse(busiest.map(Occupation::rate).orElse(Double.NaN));
        double hold = known.hold().orElse(busiest.map(Occupation::hold).orElse(Double.NaN));
        if (!(rate > 0) || !(hold > 0)) {
            return Outcome.not("A pool is sized from arrivals and hold times: type --lambda and --hold, or open spans and say --wait, or requests and metrics and say --busy.");
        }
        double cs2 = known.cs2().orElse(busiest.map(Occupation::cs2).filter(Double::isFinite).orElse(1.0));
        String origin = busiest.map(each -> "Busiest of " + seen.size() + " slices of time, " + each.name() + ": " + each.words()).orElse("As typed.");
        int observed = busiest.map(Occupation::mostBusy).orElse(0);
        return PoolSizes.of(new PoolResult.Need(rate, hold, cs2, asked.threads().orElse(0), asked.goal(), origin), asked.now(), observed);
    }
}

package org.tailwright.models.scalability;

import java.util.List;
import org.tailwright.analyses.Field;
import org.tailwright.analyses.Form;

/// The parameters by which load steps are looked for, shared by the analyses that need steps.
public final class StepSearchFields {
    private static final Field<Long> SHORTEST = Field.duration("shortest", "a load step lasts at least this long", "10s");
    private static final Field<Double> TRIM = Field.number("trim", "percent of a step cut at each of its ends", 10, 0, 40);
    private static final Field<Long> THINK = Field.duration("think", "think time Z of a closed loop, N = X(R + Z)", "0s");

    private StepSearchFields() {}

    /// The fields.
    public static List<Field<?>> all() {
        return List.of(SHORTEST, TRIM, THINK);
    }

    /// What was typed into them.
    public static LoadSteps.Search read(Form.Values values) {
        return new LoadSteps.Search(Math.max(1_000_000, values.get(SHORTEST)), values.get(TRIM) / 100, values.get(THINK));
    }
}

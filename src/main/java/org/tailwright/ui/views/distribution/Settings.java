package org.tailwright.ui.views.distribution;

import java.util.Map;
import org.tailwright.analyses.Form;
import org.tailwright.statistics.Distribution;
import org.tailwright.statistics.DistributionOptions;
import org.tailwright.statistics.omission.Omission;
import org.tailwright.ui.state.Session;

/// What was set for the charts of the view. A setting that no longer fits counts as not set.
final class Settings {
    private Settings() {}

    /// How the charts are drawn.
    static DistributionOptions of(Session session) {
        return parse(DistributionOptions.FORM, session.questions().typed(Distribution.ANALYSIS.id()));
    }

    /// What is asked of coordinated omission.
    static Omission.Asked omission(Session session) {
        return parse(Omission.ANALYSIS.form(), session.questions().typed(Omission.ANALYSIS.id()));
    }

    private static <P> P parse(Form<P> form, Map<String, String> typed) {
        try {
            return form.parse(typed);
        } catch (IllegalArgumentException _) {
            return form.defaults();
        }
    }
}

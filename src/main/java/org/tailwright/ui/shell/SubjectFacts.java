package org.tailwright.ui.shell;

import java.util.Optional;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Requests;
import org.tailwright.data.Selection;
import org.tailwright.statistics.QuantileIntervals;
import org.tailwright.statistics.SizeTally;
import org.tailwright.work.Work;

/// What the status bar says of the selected data set.
final class SubjectFacts {
    /// What is asked.
    record Question(Dataset subject, Optional<Requests> requests, Selection selection) {}

    private SubjectFacts() {}

    static String words(Question question, Work work) {
        if (question.requests().isEmpty()) {
            return rows(question.subject());
        }
        Requests all = question.requests().get();
        work.check();
        SizeTally inside = SizeTally.of(all, question.selection(), work);
        int n = inside.size();
        StringBuilder words = new StringBuilder(Numbers.count(all.rows())).append(what(question.subject(), all.rows()));
        if (!question.selection().isAll()) {
            words.append(" · ").append(Numbers.count(n)).append(" selected (")
                    .append(Numbers.percent(n / (double) Math.max(1, all.rows()))).append(')');
        }
        if (n > 0) {
            double p = n < QuantileIntervals.minimal(0.99) ? 1 : 0.99;
            words.append(" · ").append(Numbers.percentile(p)).append(question.selection().isAll() ? " " : " of selection ").append(Numbers.duration(inside.quantile(p, work)));
            if (all.failures().isPresent()) {
                words.append(" · ").append(Numbers.percent(inside.failures() / (double) n)).append(" errors");
            }
        }
        return words.toString();
    }

    private static String rows(Dataset data) {
        return Numbers.count(data.rows()) + what(data, data.rows());
    }

    private static String what(Dataset data, long n) {
        String one = switch (data.kind()) {
            case REQUESTS -> "request";
            case TRACES -> "span";
            case RECORDING -> "event";
            case METRICS -> "sample";
            case HISTOGRAMS -> "interval";
            case LOADPOINTS -> "load point";
        };
        return Numbers.SPACE + one + (n == 1 ? "" : "s");
    }
}

package org.tailwright.ui.views.queueing;

import java.util.List;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Unit;
import org.tailwright.reports.Block;
import org.tailwright.reports.Figure;

/// Key numbers of a queue whose unit of time is the second, as people read them.
final class QueueFacts {
    private QueueFacts() {}

    static List<Block.Fact> readable(List<Block.Fact> facts) {
        return facts.stream().map(QueueFacts::readable).toList();
    }

    private static Block.Fact readable(Block.Fact fact) {
        return switch (fact.label()) {
            case "rho", "utilisation_per_server" -> share(fact, "utilisation ρ");
            case "W", "R", "response_R" -> time(fact, "mean response W");
            case "W_quantile_0.99" -> time(fact, "p99 of the response");
            case "Wq" -> time(fact, "mean wait Wq");
            case "Lq" -> new Block.Fact("mean line Lq", with(fact, Numbers.number(fact.figure().value()), Unit.COUNT), "", true);
            case "X", "throughput_X" -> new Block.Fact("throughput X", with(fact, Numbers.rate(fact.figure().value()), Unit.PER_SECOND), "", true);
            case "B", "P_block=P[N=K]" -> share(fact, "turned away");
            case "P[abandon]" -> share(fact, "give up");
            case "C" -> share(fact, "have to wait");
            default -> fact;
        };
    }

    private static Block.Fact share(Block.Fact fact, String label) {
        return new Block.Fact(label, with(fact, Numbers.percent(fact.figure().value()), Unit.RATIO), "", true);
    }

    private static Block.Fact time(Block.Fact fact, String label) {
        return new Block.Fact(label, with(fact, Numbers.duration(fact.figure().value() * 1e9), Unit.DURATION), "", true);
    }

    private static Figure with(Block.Fact fact, String text, Unit unit) {
        double value = unit.equals(Unit.DURATION) ? fact.figure().value() * 1e9 : fact.figure().value();
        return new Figure(text, "", value, unit, fact.figure().provenance());
    }
}

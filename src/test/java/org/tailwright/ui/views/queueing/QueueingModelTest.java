package org.tailwright.ui.views.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tailwright.models.queueing.QueueModel;
import org.tailwright.models.queueing.QueueModels;
import org.tailwright.ui.Context;
import org.tailwright.ui.views.Desks;
import org.tailwright.ui.views.Inspector;

class QueueingModelTest {
    private final Context context = Desks.of(Desks.requests("run", 2000));
    private final QueueingModel model = new QueueingModel(context);

    private QueueingModel.Solved solved() {
        model.ask(context.store().session());
        return Objects.requireNonNull(model.solution().state().answer());
    }

    @Test
    void typedNumbersComeBeforeCalibratedOnesAndAreKept() {
        context.store().ask(now -> now.with("queue", Map.of("model", "M/M/1", "lambda", "6", "mu", "10")));
        QueueingModel.Solved solved = solved();
        assertThat(solved.numbers().origin()).isEqualTo(QueueNumbers.Origin.TYPED);
        assertThat(solved.notation()).isEqualTo("M/M/1");
        assertThat(solved.curve().orElseThrow().here().orElseThrow().mean()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void draggingShowsAnotherNumberWithoutKeepingIt() {
        context.store().ask(now -> now.with("queue", Map.of("model", "M/M/1", "lambda", "6", "mu", "10")));
        solved();
        model.drag("lambda", "8");
        assertThat(solved().curve().orElseThrow().here().orElseThrow().mean()).isCloseTo(0.5, within(1e-12));
        assertThat(context.store().session().questions().typed("queue")).containsEntry("lambda", "6");
        model.keep();
        assertThat(context.store().session().questions().typed("queue")).containsEntry("lambda", "8");
    }

    @Test
    void aLineWithoutEndIsRefusedAndTheCurveStays() {
        context.store().ask(now -> now.with("queue", Map.of("model", "M/M/c", "lambda", "40", "mu", "10", "c", "4")));
        QueueingModel.Solved solved = solved();
        assertThat(solved.steady()).isFalse();
        assertThat(solved.curve().orElseThrow().here()).isEmpty();
    }

    @Test
    void theObjectiveIsReachedWhereTheExactPercentileSaysSo() {
        context.store().ask(now -> now.with("queue", Map.of("model", "M/M/1", "lambda", "6", "mu", "10", "limit", "1")));
        // M/M/1: p99 = ln 100 / (mu - lambda) = 1 at lambda = 10 - ln 100.
        assertThat(solved().curve().orElseThrow().limit().orElseThrow().rate()).isCloseTo(10 - Math.log(100), within(1e-5));
    }

    @Test
    void everyModelHasNumbersToBeginWith() {
        for (QueueModel each : QueueModels.ALL) {
            QueueNumbers numbers = QueueNumbers.of(Map.of("model", each.name()), Optional.empty());
            assertThat(numbers.texts().keySet()).as(each.name()).containsAll(each.inputs().stream().filter(name -> !name.startsWith("(")).toList());
            context.store().ask(now -> now.with("queue", numbers.typed()));
            assertThat(solved().steady()).as(each.name() + " " + numbers.texts()).isTrue();
        }
    }

    @Test
    void theReportHoldsTheAnswerAboutTheDataOnTheScreen() {
        solved();
        Inspector.toggle(context, "points", "usl");
        assertThat(context.store().session().questions().pinned().stream().map(each -> each.place().dataset())).containsExactly("points");
        Inspector.toggle(context, "points", "usl");
        assertThat(context.store().session().questions().pinned()).isEmpty();
    }
}

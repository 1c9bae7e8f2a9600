package org.tailwright.ui.views.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tailwright.data.Dataset;
import org.tailwright.ui.Context;
import org.tailwright.ui.views.Desks;

class SimulationModelTest {
    private static SimulationModel.Answer ask(Context context, SimulationModel model) {
        model.ask(context.store().session());
        return Objects.requireNonNull(model.latest().state().answer());
    }

    private static Context typed(Map<String, String> parameters, Dataset... open) {
        Context context = Desks.of(open);
        context.store().ask(now -> now.with(SimulationModel.ID, parameters));
        return context;
    }

    @Test
    void answersForWhatWasTyped() {
        Context context = typed(Map.of("load", "100", "demand", "5ms", "growth", "0.05", "draws", "2000"), Desks.loadPoints("points"));
        SimulationModel.Answer answer = ask(context, new SimulationModel(context));
        assertThat(answer.forecast().orElseThrow().months()).hasSize(12);
        assertThat(answer.forecast().orElseThrow().draws()).isEqualTo(2000);
        assertThat(answer.highest()).isEqualTo(1);
    }

    @Test
    void withoutDataItSaysWhatToType() {
        Context context = Desks.of(Desks.loadPoints("points"));
        SimulationModel.Answer answer = ask(context, new SimulationModel(context));
        assertThat(answer.forecast()).isEmpty();
        assertThat(answer.why()).contains("demand");
    }

    @Test
    void advisesServersWhenTheAnswerIsTrivial() {
        Context context = typed(Map.of("load", "600", "demand", "10ms", "growth", "0", "wobble", "0", "draws", "1000"), Desks.loadPoints("points"));
        SimulationModel model = new SimulationModel(context);
        SimulationModel.Answer answer = ask(context, model);
        int advised = answer.advised().orElseThrow();
        assertThat(advised).isBetween(10, 11);
        model.serve(advised);
        SimulationModel.Answer better = ask(context, model);
        assertThat(better.question().typed()).containsEntry("servers", Integer.toString(advised));
        assertThat(better.advised()).isEmpty();
    }

    @Test
    void loadAndDemandComeFromTheSelectedRequestsOnceTheServersAreKnown() {
        Context context = typed(Map.of("draws", "1000"), Desks.requests("run", 20_000));
        SimulationModel model = new SimulationModel(context);
        SimulationModel.Answer first = ask(context, model);
        assertThat(first.question().inputs().datasets()).hasSize(1);
        assertThat(first.forecast()).isEmpty();
        model.serve(first.advised().orElseThrow());
        assertThat(ask(context, model).forecast().orElseThrow().assumed()).isNotEmpty();
    }
}

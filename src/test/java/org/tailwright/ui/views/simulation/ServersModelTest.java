package org.tailwright.ui.views.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tailwright.data.Dataset;
import org.tailwright.data.LoadPoints;
import org.tailwright.ui.Context;
import org.tailwright.ui.views.Desks;

class ServersModelTest {
    private static ServersModel.Answer ask(Context context) {
        ServersModel model = new ServersModel(context);
        model.ask(context.store().session());
        return Objects.requireNonNull(model.latest().state().answer());
    }

    private static Context typed(Map<String, String> parameters, Dataset... open) {
        Context context = Desks.of(open);
        context.store().ask(now -> now.with(ServersModel.ID, parameters));
        return context;
    }

    @Test
    void answersForTheVariantsThatWereTyped() {
        Context context = typed(Map.of("load", "100", "demand", "50ms", "growth", "0", "draws", "9000", "variants", "now; quicker: demand=25ms"), Desks.loadPoints("points"));
        ServersModel.Answer answer = ask(context);
        assertThat(answer.variants().orElseThrow().variants()).extracting(each -> each.name()).containsExactly("now", "quicker");
        assertThat(SimulationView.servers(context.store().session())).isTrue();
    }

    @Test
    void withoutDataItSaysWhatToType() {
        ServersModel.Answer answer = ask(Desks.of(Desks.loadPoints("points")));
        assertThat(answer.variants()).isEmpty();
        assertThat(answer.why()).contains("--demand");
    }

    @Test
    void scalingComesFromOpenLoadPointsWhenItIsAskedFor() {
        Context context = typed(Map.of("load", "100", "scaling", "data", "growth", "0", "draws", "9000"), Desks.loadPoints("points"));
        assertThat(ServersModel.question(context.store().session()).inputs().first(LoadPoints.class)).isPresent();
        assertThat(ServersModel.question(Desks.of(Desks.loadPoints("points")).store().session()).inputs().datasets()).isEmpty();
        assertThat(ask(context).why()).contains("counts users");
    }
}

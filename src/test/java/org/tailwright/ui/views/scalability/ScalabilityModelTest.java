package org.tailwright.ui.views.scalability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tailwright.charts.Layer;
import org.tailwright.data.TimeSpan;
import org.tailwright.models.scalability.UslResult;
import org.tailwright.ui.Context;
import org.tailwright.ui.views.Desks;

class ScalabilityModelTest {
    private final Context context = Desks.of(Desks.requests("run", 2000), Desks.loadPoints("points"));
    private final ScalabilityModel model = new ScalabilityModel(context);

    private Fitted ask() {
        context.store().ask(now -> now.with("usl", "replicates", "200"));
        model.ask(context.store().session());
        return Objects.requireNonNull(model.latest().state().answer());
    }

    @Test
    void takesTheDataSetThatHasLoadStepsAlthoughAnotherOneIsSelected() {
        assertThat(context.store().session().place().dataset()).isEqualTo("run");
        Fitted fitted = ask();
        UslResult law = fitted.law().orElseThrow();
        assertThat(fitted.data()).isEqualTo("points");
        assertThat(law.alpha().estimate()).isCloseTo(0.02, within(0.002));
        assertThat(law.beta().estimate()).isCloseTo(0.0005, within(0.00005));
    }

    @Test
    void aWindowDrawnOverAnotherRunDoesNotNarrowIt() {
        ask();
        Fitted.Question before = Objects.requireNonNull(model.latest().question());
        context.store().select(now -> now.within(Optional.of(new TimeSpan(0, 1))));
        ask();
        assertThat(model.latest().question()).isEqualTo(before);
    }

    @Test
    void halvingCoherencyMovesThePeakBySquareRootOfTwo() {
        UslResult result = ask().law().orElseThrow();
        WhatIf half = new WhatIf(1, 0.5, 1);
        assertThat(half.of(result.law()).peakLoad().orElseThrow()).isCloseTo(Math.sqrt(2) * result.law().peakLoad().orElseThrow(), within(1e-9));
        assertThat(half.words(result.law())).startsWith("The peak would move from load ");
        assertThat(new WhatIf(1, 0, 1).words(result.law())).startsWith("There would be no peak; throughput would approach ");
        assertThat(ScalabilityModel.throughput(result, half).layers()).anyMatch(each -> each instanceof Layer.Line line && line.label().equals("what if"));
        assertThat(ScalabilityModel.throughput(result, WhatIf.NOTHING).layers()).noneMatch(each -> each instanceof Layer.Line line
                && line.label().equals("what if"));
    }

    @Test
    void aNewFitForgetsWhatWasImagined() {
        ask();
        model.imagine(new WhatIf(2, 2, 2));
        context.store().ask(now -> now.with("usl", "form", "usl2"));
        model.ask(context.store().session());
        assertThat(model.whatIfProperty().get()).isEqualTo(WhatIf.NOTHING);
    }

    @Test
    void withoutLoadStepsItSaysWhy() {
        Context steady = Desks.of(Desks.requests("run", 2000));
        ScalabilityModel alone = new ScalabilityModel(steady);
        alone.ask(steady.store().session());
        Fitted fitted = Objects.requireNonNull(alone.latest().state().answer());
        assertThat(fitted.law()).isEmpty();
        assertThat(fitted.why()).isNotBlank();
    }
}

package org.tailwright.ui.views.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tailwright.ui.Context;
import org.tailwright.ui.views.Desks;

class DrillModelTest {
    @Test
    void takesAScenarioAndAnswers() {
        Context context = Desks.of(Desks.loadPoints("points"));
        DrillModel model = new DrillModel(context);
        model.ask(context.store().session());
        assertThat(Objects.requireNonNull(model.latest().state().answer()).why()).contains("scenario");
        assertThat(model.take(DrillModel.EXAMPLE.replace("duration: 5m", "duration: 4m").replace("runs: 8", "runs: 4"))).isNull();
        model.ask(context.store().session());
        DrillModel.Answer answer = Objects.requireNonNull(model.latest().state().answer());
        assertThat(answer.drill().orElseThrow().variants()).extracting(each -> each.name()).containsExactly("baseline", "with faults", "with breaker");
        assertThat(answer.drill().orElseThrow().worst().made().cascade().getFirst().station()).isEqualTo("payment");
        model.forget();
        model.ask(context.store().session());
        assertThat(Objects.requireNonNull(model.latest().state().answer()).drill()).isEmpty();
    }

    /// One server at 50 % of an exponential 10 ms has a p99 of 92 ms, two nearly 50 ms: with 70 ms two are the cheapest.
    @Test
    void theCheapestConfigurationIsSearchedOnRequest() {
        Context context = Desks.of(Desks.loadPoints("points"));
        CheapestModel cheapest = new CheapestModel(context);
        assertThat(new DrillModel(context).take("""
                duration: 60s
                warmup: 5s
                objective: p99<70ms
                stations: {desk: {servers: 1, time: exponential(10ms)}}
                sources: {people: {to: desk, rate: 50}}
                optimise: {probability: 90%, runs: 8, confirm: 60, change: {stations: {desk: {servers: {from: 1, to: 4, price: 7}}}}}
                """)).isNull();
        cheapest.follow(context.store().session());
        assertThat(cheapest.latest().state().answer()).isNull();
        cheapest.ask(context.store().session());
        assertThat(Objects.requireNonNull(cheapest.latest().state().answer()).blocks().toString()).contains("Cheapest that holds in 90", "desk servers 2");
        assertThat(context.store().session().questions().typed(CheapestModel.ID).get("scenario")).contains("people");
        new DrillModel(context).forget();
        cheapest.follow(context.store().session());
        assertThat(cheapest.latest().question()).isNull();
    }

    @Test
    void keptScenariosSayWhatCameOfThem() {
        Context context = Desks.of(Desks.loadPoints("points"));
        DrillModel model = new DrillModel(context);
        String small = """
                title: Small
                duration: 60s
                runs: 2
                objective: p99<70ms
                stations: {desk: {servers: 1, time: 10ms}}
                sources: {people: {to: desk, rate: 5}}
                """;
        assertThat(model.keep(small.strip())).isNull();
        assertThat(model.outcome(small)).isEmpty();
        assertThat(model.take(small)).isNull();
        model.ask(context.store().session());
        assertThat(model.outcome(small)).startsWith("p99, baseline: ").endsWith("failed");
        assertThat(model.keep(small.replace("servers: 1", "servers: x"))).startsWith("line 5:");
        assertThat(model.keep(small.replace("Small", "Large"))).isNull();
        assertThat(DrillModel.kept(context.store().session())).containsOnlyKeys("Large", "Small").containsEntry("Small", small);
        model.drop("Small");
        assertThat(DrillModel.kept(context.store().session())).containsOnlyKeys("Large");
        assertThat(model.outcome(small)).isNotEmpty();
    }

    @Test
    void aWrongScenarioIsNotTaken() {
        Context context = Desks.of(Desks.loadPoints("points"));
        DrillModel model = new DrillModel(context);
        assertThat(model.take(DrillModel.EXAMPLE.replace("servers: 32", "servers: x"))).startsWith("line 8:");
        assertThat(context.store().session().questions().typed(DrillModel.ID)).isEmpty();
    }

    @Test
    void faultsAreAddedToTheText() {
        String fault = "stall: \"shop\", at: 10s, for: 2s";
        assertThat(DrillModel.withFault("a: 1\nfaults: []\nb: 2\n", fault)).isEqualTo("a: 1\nfaults:\n  - {" + fault + "}\nb: 2\n");
        assertThat(DrillModel.withFault("faults:\n  - {x: 1}\n", fault)).isEqualTo("faults:\n  - {" + fault + "}\n  - {x: 1}\n");
        assertThat(DrillModel.withFault("a: 1\n", fault)).isEqualTo("a: 1\nfaults:\n  - {" + fault + "}\n");
        assertThat(DrillModel.stations(DrillModel.EXAMPLE)).containsExactly("shop", "payment");
    }
}

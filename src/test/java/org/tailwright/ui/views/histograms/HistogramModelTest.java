package org.tailwright.ui.views.histograms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.tailwright.data.Histograms;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.ui.Context;
import org.tailwright.ui.state.Place;
import org.tailwright.ui.views.Desks;

class HistogramModelTest {
    private static final long SECOND = 1_000_000_000L;

    private static Histograms log(String name, long micros) {
        List<Histograms.Interval> intervals = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            for (String tag : List.of("pay", "login")) {
                Histogram made = new Histogram(3);
                made.recordValueWithCount(tag.equals("pay") ? micros : 100, 50);
                made.recordValueWithCount(tag.equals("pay") ? micros * 2 : 200, i % 3);
                intervals.add(new Histograms.Interval(Optional.of(new TimeSpan(Desks.START + i * SECOND, Desks.START + (i + 1) * SECOND)), tag, made, Double.NaN, false));
            }
        }
        return new Histograms(Desks.origin(name, 60), intervals, 1000, true);
    }

    private static HistogramModel.Answer answer(Context context, HistogramModel model) {
        model.ask(context.store().session());
        return Objects.requireNonNull(model.latest().state().answer());
    }

    @Test
    void aTagIsChosenAndAWindowSelected() {
        Context context = Desks.of(log("a.hlog", 1000));
        HistogramModel model = new HistogramModel(context);
        HistogramModel.Answer first = answer(context, model);
        assertEquals(List.of("pay", "login"), first.result().orElseThrow().tags().stream().map(each -> each.name()).toList());
        assertTrue(first.curve().isPresent() && first.heat().isPresent() && first.overTime().isPresent());
        model.choose("login");
        HistogramModel.Answer login = answer(context, model);
        assertEquals("login", login.result().orElseThrow().tag());
        context.store().select(now -> now.within(Optional.of(new TimeSpan(Desks.START, Desks.START + 10 * SECOND))));
        HistogramModel.Answer part = answer(context, model);
        assertEquals(509, part.result().orElseThrow().tags().getFirst().n());
        assertEquals("Heat map of 1,530 requests by time of start and latency.", part.heat().orElseThrow().spoken());
        model.reset();
        assertEquals(Selection.ALL, context.store().session().selection());
        model.choose("mail");
        assertTrue(answer(context, model).result().isEmpty());
    }

    @Test
    void otherFilesAreDrawnBesideAndCanBeCompared() {
        Context context = Desks.of(log("a.hlog", 1000), log("b.hlog", 1500));
        context.store().go(now -> new Place(now.view(), "a.hlog", now.part(), now.analysis()));
        HistogramModel model = new HistogramModel(context);
        long lines = answer(context, model).curve().orElseThrow().layers().stream().filter(each -> each.toString().contains("b.hlog")).count();
        assertEquals(1, lines);
        assertTrue(context.store().session().comparable(context.store().session().open().getLast()));
    }
}

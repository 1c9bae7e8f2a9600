package org.tailwright.ui.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tailwright.data.TimeSpan;

class TimelineTest {
    private static final Timeline WHOLE = new Timeline(Optional.of(new TimeSpan(1_000_000, 2_000_000)), Optional.empty(), List.of());

    @Test
    void zoomingKeepsTheMomentBelowThePointer() {
        Timeline zoomed = WHOLE.zoomed(1_250_000, 0.5);
        assertEquals(Optional.of(new TimeSpan(1_125_000, 1_625_000)), zoomed.visible());
    }

    @Test
    void zoomingOutEndsAtTheWhole() {
        assertEquals(Optional.empty(), WHOLE.zoomed(1_250_000, 0.5).zoomed(1_250_000, 10).visible());
    }

    @Test
    void zoomingInEndsAtAMicrosecond() {
        Timeline near = WHOLE;
        for (int i = 0; i < 100; i++) {
            near = near.zoomed(1_500_000, 0.5);
        }
        assertEquals(true, near.shown().orElseThrow().length() >= 1_000);
    }

    @Test
    void panningKeepsTheLengthAndStopsAtTheEnds() {
        Timeline half = WHOLE.zoomed(1_250_000, 0.5);
        assertEquals(Optional.of(new TimeSpan(1_225_000, 1_725_000)), half.panned(0.2).visible());
        assertEquals(Optional.of(new TimeSpan(1_500_000, 2_000_000)), half.panned(5).visible());
        assertEquals(Optional.of(new TimeSpan(1_000_000, 1_500_000)), half.panned(-5).visible());
    }

    @Test
    void anotherWholeDropsAVisiblePartOutsideOfIt() {
        Timeline half = WHOLE.zoomed(1_250_000, 0.5);
        assertEquals(Optional.empty(), half.over(Optional.of(new TimeSpan(9_000_000, 9_500_000))).visible());
    }

    @Test
    void marksStandInOrderOfTimeWithLettersInOrderOfMaking() {
        Timeline marked = WHOLE.marked(1_800_000).marked(1_200_000);
        assertEquals(List.of(new Timeline.Mark(1_200_000, "B"), new Timeline.Mark(1_800_000, "A")), marked.marks());
    }
}

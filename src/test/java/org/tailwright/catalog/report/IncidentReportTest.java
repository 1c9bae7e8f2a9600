package org.tailwright.catalog.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.analyses.Inputs;
import org.tailwright.data.TimeSpan;
import org.tailwright.statistics.Percentile;
import org.tailwright.statistics.Shares;
import org.tailwright.statistics.incidents.Incident;

class IncidentReportTest {
    private static Incident.Side side(double p99) {
        Percentile percentile = new Percentile(0.99, p99, Double.NaN, Double.NaN, 0, Double.NaN, false, "");
        return new Incident.Side(0, 0, percentile, percentile, percentile, new Shares.Share(0, 0, 0, 0, 0));
    }

    /// What is not known gains nothing; an incident that is no slower neither.
    @ParameterizedTest
    @CsvSource({"300e6, 100e6, 20e6, is the most that removing it buys", "300e6, NaN, 0, what removing it buys is not known", "NaN, NaN, 0, what removing it buys is not known",
            "100e6, 300e6, 0, is the most that removing it buys"})
    void adviceNeedsBothSides(double inside, double outside, double gain, String words) {
        Incident incident = new Incident(new TimeSpan(0, 10), side(inside), side(outside), List.of(), List.of());
        Advice advice = IncidentReport.advice(incident, 100, Inputs.of());
        assertEquals(gain, advice.gain(), 1e-6);
        assertTrue(advice.why().contains(words), advice.why());
    }
}

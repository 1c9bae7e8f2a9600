package org.tailwright.readers.otlpmetrics;

import java.util.ArrayList;
import java.util.List;

/// One metric as it is read: its points wait, because what tells their meaning may come behind them.
final class MetricDraft {
    /// What a metric's data member was called.
    enum Form { NONE, GAUGE, SUM, HISTOGRAM, EXPONENTIAL, SUMMARY }

    /// Which time a value covers.
    enum Temporality { UNSPECIFIED, DELTA, CUMULATIVE }

    String name = "";
    String unit = "";
    Form form = Form.NONE;
    Temporality temporality = Temporality.UNSPECIFIED;
    boolean monotonic;
    final List<PointDraft> points = new ArrayList<>();

    void temporality(String text) {
        temporality = switch (text) {
            case "1", "AGGREGATION_TEMPORALITY_DELTA" -> Temporality.DELTA;
            case "2", "AGGREGATION_TEMPORALITY_CUMULATIVE" -> Temporality.CUMULATIVE;
            default -> Temporality.UNSPECIFIED;
        };
    }
}

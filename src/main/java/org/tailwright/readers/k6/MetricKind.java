package org.tailwright.readers.k6;

import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;

/// What the numbers of one of k6's metrics are.
enum MetricKind {
    COUNTER(Metrics.Kind.INCREMENT, Unit.COUNT),
    DATA(Metrics.Kind.INCREMENT, Unit.BYTES),
    GAUGE(Metrics.Kind.GAUGE, Unit.NONE),
    RATE(Metrics.Kind.GAUGE, Unit.RATIO),
    TREND(Metrics.Kind.GAUGE, Unit.NONE),
    TIME(Metrics.Kind.GAUGE, Unit.of("ms")),
    UNKNOWN(Metrics.Kind.UNKNOWN, Unit.NONE);

    private final Metrics.Kind kind;
    private final Unit unit;

    MetricKind(Metrics.Kind kind, Unit unit) {
        this.kind = kind;
        this.unit = unit;
    }

    Metrics.Kind kind() {
        return kind;
    }

    Unit unit(String metric) {
        return metric.equals("vus") || metric.equals("vus_max") ? Unit.COUNT : unit;
    }

    /// As k6's JSON declares a metric.
    static MetricKind of(String type, String contains) {
        return switch (type) {
            case "counter" -> contains.equals("data") ? DATA : COUNTER;
            case "gauge" -> contains.equals("time") ? TIME : GAUGE;
            case "rate" -> RATE;
            case "trend" -> contains.equals("time") ? TIME : TREND;
            default -> UNKNOWN;
        };
    }

    /// Of the metrics that k6 brings along; of others a CSV file does not tell it.
    static MetricKind builtIn(String metric) {
        return switch (metric) {
            case "iterations", "dropped_iterations", "ws_sessions", "ws_msgs_sent", "ws_msgs_received", "grpc_streams", "grpc_streams_msgs_sent",
                 "grpc_streams_msgs_received" -> COUNTER;
            case "data_sent", "data_received", "browser_data_sent", "browser_data_received" -> DATA;
            case "vus", "vus_max" -> GAUGE;
            case "checks", "browser_http_req_failed" -> RATE;
            case "ws_connecting", "ws_ping", "browser_web_vital_fcp", "browser_web_vital_fid", "browser_web_vital_inp", "browser_web_vital_lcp",
                 "browser_web_vital_ttfb" -> TIME;
            default -> UNKNOWN;
        };
    }
}

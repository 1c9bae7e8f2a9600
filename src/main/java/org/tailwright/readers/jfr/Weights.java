package org.tailwright.readers.jfr;

import org.jspecify.annotations.Nullable;

/// What a sample weighs, by its type and fields.
///
/// - allocations: bytes they stand for (`weight`; the size of the TLAB that was opened; the object's size outside one);
/// - objects that Datadog's profiler samples: their size times the number of such objects that a sample stands for;
/// - wall-clock samples that were merged: how many (`samples`);
/// - CPU-time samples: nanoseconds of processor time (`samplingPeriod`);
/// - native allocations: bytes;
/// - locks and traced methods: nanoseconds, their duration;
/// - all others: what `weight` says, else 1.
final class Weights {
    private Weights() {}

    /// Whether a field weighs ([Layout.Step#WEIGHT]) or multiplies the weight ([Layout.Step#FACTOR]); null when neither.
    static Layout.@Nullable Step step(String type, String field) {
        String last = type.substring(type.lastIndexOf('.') + 1);
        boolean object = last.equals("ObjectSample") || last.equals("HeapLiveObject");
        return switch (field) {
            case "weight" -> object ? Layout.Step.FACTOR : Layout.Step.WEIGHT;
            case "size" -> object || last.equals("Malloc") ? Layout.Step.WEIGHT : null;
            case "tlabSize" -> Layout.Step.WEIGHT;
            case "allocationSize" -> last.equals("ObjectAllocationInNewTLAB") ? null : Layout.Step.WEIGHT;
            case "samples" -> last.equals("WallClockSample") ? Layout.Step.WEIGHT : null;
            case "samplingPeriod" -> last.equals("CPUTimeSample") ? Layout.Step.WEIGHT : null;
            default -> null;
        };
    }
}

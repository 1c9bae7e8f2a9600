package org.tailwright.readers.pprof;

import org.tailwright.readers.stacks.WeightUnit;

/// What one of a sample's values means.
///
/// @param type "cpu", "alloc_space", "contentions" …
/// @param unit "nanoseconds", "bytes", "count" …
record ValueType(String type, String unit) {
    WeightUnit weight() {
        return WeightUnit.of(unit).counting(type);
    }
}

package org.tailwright.catalog.report;

import java.util.OptionalDouble;

/// What a breach means outside of the machine room, as somebody said it.
///
/// @param costOfAnHour what an hour of breach costs, in `currency`; 0 or more
/// @param currency as written before numbers, such as € or CHF; may be empty
/// @param usersInAnHour how many different people use the service in an hour; 0 or more
public record Business(OptionalDouble costOfAnHour, String currency, OptionalDouble usersInAnHour) {
    public Business {
        if (costOfAnHour.orElse(0) < 0 || usersInAnHour.orElse(0) < 0) {
            throw new IllegalArgumentException("costs and users are counted from 0 on");
        }
    }

    /// Whether anything was said.
    public boolean isEmpty() {
        return costOfAnHour.isEmpty() && usersInAnHour.isEmpty();
    }
}

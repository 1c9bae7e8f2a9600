package org.tailwright.cli;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tailwright.catalog.report.Business;

/// Reads what a breach costs from options.
final class Costs {
    private static final Pattern AMOUNT = Pattern.compile("\\s*([^\\d\\s]*)\\s*(\\d+(?:\\.\\d+)?)\\s*([^\\d\\s]*)\\s*");

    private Costs() {}

    static Business parse(@Nullable String cost, @Nullable Double users) {
        if (users != null && !(users >= 0 && Double.isFinite(users))) {
            throw new Complaint("--users-in-an-hour needs a number from 0 on");
        }
        OptionalDouble people = users == null ? OptionalDouble.empty() : OptionalDouble.of(users);
        if (cost == null) {
            return new Business(OptionalDouble.empty(), "", people);
        }
        Matcher amount = AMOUNT.matcher(cost);
        if (!amount.matches()) {
            throw new Complaint("--cost-of-an-hour needs an amount such as 12000 or '€ 12000', not '" + cost + "'");
        }
        return new Business(OptionalDouble.of(Double.parseDouble(amount.group(2))), amount.group(1) + amount.group(3), people);
    }
}

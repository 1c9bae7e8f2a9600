package org.tailwright.readers.hdr;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One interval's line: `[Tag=name,]start,length,max,histogram`.
///
/// @param tag empty when there is none
/// @param startNanos start as written, relative or absolute
/// @param lengthNanos length of the interval
/// @param max largest value as printed, in the producer's output unit
/// @param histogram Base64 text
record HdrLine(String tag, long startNanos, long lengthNanos, double max, String histogram) {
    private static final Pattern FORM = Pattern.compile(
            "(?:Tag=([^, \r\n]*),)?\\s*(-?[0-9]{1,10}(?:[.,][0-9]{1,9})?)[, ]\\s*([0-9]{1,10}(?:\\.[0-9]{1,9})?)[, ]\\s*([0-9.eE+-]{1,30})[, ]\\s*([A-Za-z0-9+/=]{8,})\\s*");

    static Optional<HdrLine> of(String line) {
        Matcher match = FORM.matcher(line);
        if (!match.matches() || !(match.group(5).startsWith("HIST") || match.group(5).startsWith("DHIST"))) {
            return Optional.empty();
        }
        try {
            String tag = match.group(1) == null ? "" : match.group(1);
            return Optional.of(new HdrLine(tag, nanos(match.group(2)), nanos(match.group(3)), Double.parseDouble(match.group(4)), match.group(5)));
        } catch (NumberFormatException | ArithmeticException e) { // times beyond what a long holds
            return Optional.empty();
        }
    }

    /// Nanoseconds of decimal seconds, without the rounding of a `double`.
    static long nanos(String seconds) {
        String plain = seconds.replace(',', '.');
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String fraction = point < 0 ? "" : plain.substring(point + 1);
        long part = Long.parseLong((fraction + "000000000").substring(0, 9));
        return Math.addExact(Math.multiplyExact(Long.parseLong(whole), 1_000_000_000L), plain.startsWith("-") ? -part : part);
    }
}

package org.tailwright.readers.accesslog;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.tailwright.readers.text.TimeFormat;

/// Reads the time stamps of a log, whatever their form, and knows how fine they are. Lines of the same second share a text, which is read once.
final class Stamps {
    private final ZoneId zone;
    private Optional<TimeFormat> format = Optional.empty();
    private String lastText = "";
    private long last = AccessRow.NONE;
    private boolean fine;
    private String assumed = "";

    Stamps(ZoneId zone) {
        this.zone = zone;
    }

    /// Nanoseconds since the epoch, or [AccessRow#NONE].
    long nanos(String text) {
        if (text.equals(lastText)) {
            return last;
        }
        long nanos = format.isPresent() ? format.get().nanos(text) : TimeFormat.NONE;
        if (nanos == TimeFormat.NONE && text.length() >= 8 && text.length() < 60) {
            Optional<TimeFormat> other = TimeFormat.of(List.of(text), zone, null).filter(each -> each.form() != TimeFormat.Form.RELATIVE);
            if (other.isPresent()) {
                format = other;
                nanos = other.get().nanos(text);
                assumed = other.get().assumed();
            }
        }
        lastText = text;
        last = nanos == TimeFormat.NONE ? AccessRow.NONE : nanos;
        fine |= last != AccessRow.NONE && last % 1_000_000_000L != 0;
        return last;
    }

    /// Whether all stamps were whole seconds.
    boolean coarse() {
        return !fine;
    }

    /// What was taken for granted, or empty.
    String assumed() {
        return assumed;
    }
}

package org.tailwright.readers.pprof;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tailwright.readers.Diagnostic;

/// The lines behind the header of an old text: samples with addresses, in Go's `debug=1` texts each followed by its symbols, then the map.
final class LegacyText {
    private static final Pattern HEAP = Pattern.compile("\\s*(\\d{1,18}):\\s*(\\d{1,18})\\s*\\[\\s*(\\d{1,18}):\\s*(\\d{1,18})\\s*]\\s*@(.*)");
    private static final Pattern CONTENTION = Pattern.compile("\\s*(\\d{1,18})\\s+(\\d{1,18})\\s*@(.*)");
    private static final Pattern COUNT = Pattern.compile("\\s*(\\d{1,18})\\s*@(.*)");

    private final LegacyParts parts;
    private final LegacyHeader header;
    private final List<Integer> stack = new ArrayList<>();
    private final List<Integer> named = new ArrayList<>();
    private final List<Integer> last = new ArrayList<>();
    private double[] values = {};
    private double cyclesPerSecond;
    private double period = 1;
    private boolean mapped;
    private boolean open;
    private long skipped;

    LegacyText(LegacyParts parts, LegacyHeader header) {
        this.parts = parts;
        this.header = header;
    }

    void line(String line, long number) {
        String text = line.strip();
        if (text.startsWith("--- Memory map") || text.startsWith("MAPPED_LIBRARIES")) {
            flush();
            mapped = true;
        } else if (mapped) {
            parts.map().add(line);
        } else if (text.startsWith("#")) {
            symbol(line);
        } else if (!text.isEmpty() && !thread(text)) {
            sample(text, number);
        }
    }

    /// `#`, an address, a name with its offset, tabs, a place in source.
    private void symbol(String line) {
        String text = line.substring(line.indexOf('#') + 1).strip();
        int blank = 0;
        while (blank < text.length() && !Character.isWhitespace(text.charAt(blank))) {
            blank++;
        }
        String name = text.substring(blank).strip();
        int tab = name.indexOf('\t');
        name = tab < 0 ? name : name.substring(0, tab).strip();
        int offset = name.lastIndexOf("+0x");
        if (open && text.startsWith("0x") && !name.isEmpty()) {
            named.add(parts.symbol(offset > 0 ? name.substring(0, offset) : name));
        }
    }

    private void sample(String text, long number) {
        int equals = text.indexOf('=');
        if (equals > 0 && text.indexOf('@') < 0) {
            setting(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
            return;
        }
        Matcher match = (switch (header.shape()) {
            case HEAP -> HEAP;
            case CONTENTION -> CONTENTION;
            case COUNT, THREADS -> COUNT;
        }).matcher(text);
        if (!match.matches()) {
            skipped++;
            parts.diagnostics().line(Diagnostic.Severity.WARNING, number, "no sample: values and addresses are due");
            return;
        }
        flush();
        values = values(match);
        open = true;
        if (!addresses(match.group(match.groupCount()))) {
            parts.diagnostics().line(Diagnostic.Severity.WARNING, number, "an address that is no number");
        }
    }

    private void setting(String name, String value) {
        double number = value.length() <= 18 && !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9') ? Double.parseDouble(value) : 0;
        switch (name) {
            case "cycles/second" -> cyclesPerSecond = number;
            case "sampling period" -> period = Math.max(1, number);
            default -> { }
        }
    }

    private double[] values(Matcher match) {
        double a = Double.parseDouble(match.group(1));
        if (header.shape() == LegacyHeader.Shape.COUNT || header.shape() == LegacyHeader.Shape.THREADS) {
            return new double[] {a};
        }
        double b = Double.parseDouble(match.group(2));
        if (header.shape() == LegacyHeader.Shape.CONTENTION) {
            double nanos = cyclesPerSecond > 0 ? a * period / (cyclesPerSecond / 1e9) : a * period;
            return new double[] {b * period, nanos};
        }
        double scale = header.scale(a, b);
        if (!header.allocated()) {
            return new double[] {a * scale, b * scale};
        }
        double count = Double.parseDouble(match.group(3));
        double bytes = Double.parseDouble(match.group(4));
        double more = header.scale(count, bytes);
        return new double[] {count * more, bytes * more, a * scale, b * scale};
    }

    private boolean addresses(String text) {
        boolean fine = true;
        for (String each : text.strip().split("\\s+")) {
            String hex = each.startsWith("0x") || each.startsWith("0X") ? each.substring(2) : each;
            if (hex.isEmpty()) {
                continue;
            }
            try {
                stack.add(parts.address(Long.parseUnsignedLong(hex, 16)));
            } catch (NumberFormatException e) {
                fine = false;
            }
        }
        return fine;
    }

    /// Lines of a list of threads: `--- Thread 7f… (name: …) stack: ---`, then addresses, or that it is the same as the one before.
    private boolean thread(String text) {
        if (header.shape() != LegacyHeader.Shape.THREADS) {
            return false;
        }
        if (text.startsWith("--- Thread")) {
            flush();
            values = new double[] {1};
            open = true;
        } else if (text.startsWith("[same as previous thread]") && open) {
            stack.addAll(last);
        } else if (open) {
            for (String each : text.split("\\s+")) {
                if (each.startsWith("0x")) {
                    addresses(each);
                }
            }
        }
        return true;
    }

    /// Hands over the sample whose lines came so far. Symbols, where there are some, know more than addresses.
    void flush() {
        if (open) {
            List<Integer> frames = named.isEmpty() ? stack : named;
            parts.add(frames, values);
            last.clear();
            last.addAll(stack);
        }
        open = false;
        stack.clear();
        named.clear();
    }

    long skipped() {
        return skipped;
    }
}

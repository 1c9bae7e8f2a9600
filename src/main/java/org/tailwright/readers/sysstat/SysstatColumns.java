package org.tailwright.readers.sysstat;

import java.util.Locale;
import java.util.Set;
import org.tailwright.data.Unit;

/// What sysstat's columns mean, by their names: which tell a row apart, which hold numbers, and the numbers' units (sar's and iostat's manuals).
final class SysstatColumns {
    private static final Set<String> LABELS = Set.of("INTR", "DEV", "IFACE", "TTY", "FILESYSTEM", "MOUNTPOINT", "FCHOST", "BUS", "FAN", "TEMP", "IN", "BAT",
            "DEVICE", "Device", "Device:", "Disk", "Filesystem:", "Filesystem", "NODE", "UID", "USER", "PID", "TGID", "TID", "Command", "idvendor", "idprod");
    private static final Set<String> TEXTS = Set.of("status", "policy", "manufact", "product");

    private SysstatColumns() {}

    /// Whether a column tells rows apart. `CPU` does so only where it comes first: pidstat has a column of that name for where a process ran.
    static boolean label(String column, int position) {
        return LABELS.contains(column) || position == 0 && column.equals("CPU");
    }

    /// Whether a column holds texts that are no labels.
    static boolean text(String column) {
        return TEXTS.contains(column);
    }

    /// Name of a label, without a colon.
    static String name(String column) {
        return column.endsWith(":") ? column.substring(0, column.length() - 1) : column;
    }

    /// Unit of a column of numbers.
    static Unit unit(String column) {
        if (column.startsWith("%")) {
            return Unit.of("%");
        }
        if (column.endsWith("/s")) {
            return rate(column.substring(0, column.length() - 2));
        }
        String low = column.toLowerCase(Locale.ROOT);
        if (low.startsWith("kb")) {
            return Unit.of("kB");
        }
        if (column.startsWith("MB")) {
            return Unit.of("MB");
        }
        if (low.endsWith("await") || low.equals("svctm")) {
            return Unit.of("ms");
        }
        if (low.endsWith("areq-sz")) {
            return Unit.of("kB");
        }
        return switch (column) {
            case "avgrq-sz" -> Unit.of("sectors");
            case "MHz", "wghMHz" -> Unit.of("MHz");
            case "degC" -> Unit.of("°C");
            case "rpm", "drpm" -> Unit.of("rpm");
            case "inV" -> Unit.of("V");
            case "VSZ", "RSS", "StkSize", "StkRef" -> Unit.of("kB");
            case "cap/min" -> Unit.of("%/min");
            case "usr-ms", "system-ms", "guest-ms" -> Unit.of("ms");
            case "iodelay" -> Unit.of("ticks");
            case "maxpower" -> Unit.of("mA");
            default -> Unit.NONE;
        };
    }

    private static Unit rate(String what) {
        String low = what.toLowerCase(Locale.ROOT);
        if (low.endsWith("kb") || low.startsWith("kb_")) {
            return Unit.of("kB/s");
        }
        if (what.endsWith("MB") || what.startsWith("MB_")) {
            return Unit.of("MB/s");
        }
        if (low.endsWith("sec") || low.startsWith("blk_")) {
            return Unit.of("sectors/s");
        }
        return Unit.PER_SECOND;
    }

    /// Unit of a member of sysstat's JSON, whose names leave `/s` and `%` out.
    ///
    /// @param group name of the object or array that holds it
    static Unit member(String group, String name) {
        if (name.endsWith("-percent") || name.startsWith("percent-") || name.startsWith("%") || name.equals("util")) {
            return Unit.of("%");
        }
        if (group.equals("memory") || group.equals("hugepages")) {
            return Unit.of("kB");
        }
        if (group.startsWith("cpu-load") || group.startsWith("avg-cpu") || group.startsWith("node-load") || group.startsWith("psi-")
                || group.equals("task-cpu-load") && !name.equals("cpu_nr")) {
            return Unit.of("%");
        }
        boolean rated = group.startsWith("net-") || group.equals("disk") || group.equals("disk-io") || group.startsWith("task-");
        if (rated && (name.endsWith("kB") || name.startsWith("kB_"))) {
            return Unit.of("kB/s");
        }
        return name.equals("frequency") ? Unit.of("MHz") : unit(name);
    }

    /// The number of a cell with a decimal point or comma, perhaps with `%` or a letter for a power of 1024 as `--human` writes it; NaN when it is none.
    ///
    /// @param column tells in which unit numbers without a letter are
    static double number(String text, String column) {
        int end = text.length();
        if (end == 0 || end > 32) {
            return Double.NaN;
        }
        double factor = 1;
        char last = text.charAt(end - 1);
        int power = "BkMGTP".indexOf(last);
        if (last == '%' || power >= 0) {
            end--;
            factor = power < 0 ? 1 : Math.pow(1024, power) / base(column);
        }
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c == '.' || c == ',' || c == '-' && i == 0)) {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(text.substring(0, end).replace(',', '.')) * factor;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static double base(String column) {
        String symbol = unit(column).symbol();
        return symbol.startsWith("kB") ? 1024 : symbol.startsWith("MB") ? 1024 * 1024 : 1;
    }
}

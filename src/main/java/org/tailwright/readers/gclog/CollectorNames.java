package org.tailwright.readers.gclog;

/// Names of collectors as people know them, from what a log says.
final class CollectorNames {
    private CollectorNames() {}

    /// From the line `Using …`; empty when it is about something else.
    static String byName(String name) {
        return switch (name) {
            case "The Z Garbage Collector" -> "ZGC";
            case "Concurrent Mark Sweep" -> "CMS";
            case "G1", "Parallel", "Serial", "Shenandoah", "Epsilon" -> name;
            default -> "";
        };
    }

    /// From the title of a pause that only one collector writes; empty when several do.
    static String byPause(String title) {
        if (title.contains("(G1 ") || title.startsWith("Pause Young (Normal)") || title.startsWith("Pause Young (Concurrent Start)")) {
            return "G1";
        }
        if (title.startsWith("Pause Mark ") || title.startsWith("Pause Relocate ")) {
            return "ZGC";
        }
        boolean shenandoah = title.startsWith("Pause Init Mark") || title.startsWith("Pause Final ") || title.startsWith("Pause Degenerated ");
        return shenandoah ? "Shenandoah" : "";
    }

    /// From the name of a generation.
    static String byGeneration(String name) {
        return switch (name) {
            case "PSYoungGen", "ParOldGen", "PSOldGen" -> "Parallel";
            case "Tenured", "DefNew" -> "Serial";
            case "ParNew", "ASParNew", "CMS" -> "CMS";
            default -> "";
        };
    }
}

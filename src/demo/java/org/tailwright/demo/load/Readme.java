package org.tailwright.demo.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.tailwright.demo.Plan;

/// Fills the measured numbers into the text that lies in `src/demo` (`{{name}}` marks a place) and adds the objectives.
final class Readme {
    private final Plan plan;
    private final Path files;
    private final Map<String, String> values = new ConcurrentHashMap<>();

    Readme(Plan plan, Path files) {
        this.plan = plan;
        this.files = files;
        values.put("seed", Long.toString(plan.seed()));
        values.put("options", (plan.brief() ? " --short" : "") + (plan.calm() ? " --calm" : ""));
        values.put("incident.start", Integer.toString(plan.incidentStart()));
        values.put("incident.seconds", Integer.toString(plan.incidentSeconds()));
        values.put("incident.from", "none");
        values.put("incident.to", "none");
    }

    void began(String phase, Instant at) {
        values.put(phase + ".from", at.toString());
    }

    void ended(String phase, Instant at) {
        values.put(phase + ".to", at.toString());
    }

    void openLoop(double rate, OpenLoop.Totals totals) {
        values.put("rate", String.format(Locale.ROOT, "%.0f", rate));
        values.put("requests", Integer.toString(totals.requests()));
        values.put("failures", Integer.toString(totals.failures()));
        values.put("connections", Integer.toString(totals.connections()));
    }

    /// Keeps the table of levels; returns the highest median throughput, taken as the capacity.
    double levels(List<Level> levels) {
        var byUsers = new TreeMap<Integer, List<Level>>();
        for (int users : Plan.LEVELS) {
            byUsers.put(users, levels.stream().filter(level -> level.users() == users)
                    .sorted(Comparator.comparingDouble(Level::throughput)).toList());
        }
        var table = new StringBuilder();
        double best = 0;
        for (List<Level> same : byUsers.values()) {
            Level median = same.get(same.size() / 2);
            best = Math.max(best, median.throughput());
            table.append(String.format(Locale.ROOT, "| %d | %.1f | %.1f – %.1f | %.1f | %.1f |%n", median.users(),
                    median.throughput(), same.getFirst().throughput(), same.getLast().throughput(),
                    median.meanMillis(), median.p99Millis()));
        }
        values.put("levels", table.toString().stripTrailing());
        values.put("capacity", String.format(Locale.ROOT, "%.0f", best));
        return best;
    }

    /// Writes both files; to be called when everything has been measured.
    void write() throws IOException {
        String text = Files.readString(files.resolve("README-template.md"));
        for (var entry : values.entrySet()) {
            text = text.replace("{{" + entry.getKey() + "}}", entry.getValue());
        }
        Files.writeString(plan.out().resolve("README.md"), text);
        Files.copy(files.resolve("objectives.yaml"), plan.out().resolve("objectives.yaml"),
                StandardCopyOption.REPLACE_EXISTING);
    }
}

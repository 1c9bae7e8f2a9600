package org.tailwright.ui.views.queueing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tailwright.data.Dataset;
import org.tailwright.data.Metrics;
import org.tailwright.data.Requests;
import org.tailwright.data.Texts;
import org.tailwright.data.Traces;
import org.tailwright.work.Work;

/// Stations that the names in the data suggest: spans that wait, and gauges of what is in use beside what waits. Only suggestions; people choose.
final class Stations {
    private static final Pattern WAITS = Pattern.compile("acquire|wait|getconnection|checkout connection|borrow|queue", Pattern.CASE_INSENSITIVE);
    private static final Pattern USED = Pattern.compile("(used|active|busy|in_use|acquired)$");
    private static final List<String> WAITING = List.of("waiting", "queued", "pending", "waiters");
    private static final int MOST = 4;

    private Stations() {}

    /// What would be typed for each station, by the words on its button.
    static SequencedMap<String, Map<String, String>> of(List<Dataset> open, Work work) {
        SequencedMap<String, Map<String, String>> found = new LinkedHashMap<>();
        for (Dataset each : open) {
            work.check();
            switch (each) {
                case Traces traces -> spans(traces, found);
                case Metrics metrics -> gauges(metrics, found);
                case Requests _, org.tailwright.data.Histograms _, org.tailwright.data.Recording _, org.tailwright.data.LoadPoints _ -> { }
            }
        }
        return found;
    }

    private static void spans(Traces traces, Map<String, Map<String, String>> found) {
        Texts labels = traces.table().texts(Requests.LABEL).orElseThrow();
        Map<String, Integer> counts = new TreeMap<>();
        boolean[] seen = new boolean[labels.codes()];
        for (int row = 0; row < labels.size(); row++) {
            if (!labels.missing(row) && !seen[labels.code(row)]) {
                seen[labels.code(row)] = true;
                Optional.of(labels.at(row)).filter(label -> WAITS.matcher(label).find()).ifPresent(label -> counts.put(label, 1));
            }
        }
        counts.keySet().stream().limit(MOST).forEach(label -> {
            boolean lock = label.toLowerCase(Locale.ROOT).matches(".*(lock|mutex|monitor).*");
            found.put("spans: " + label, lock ? Map.of("wait", label, "c", "1") : Map.of("wait", label));
        });
    }

    private static void gauges(Metrics metrics, Map<String, Map<String, String>> found) {
        List<String> names = metrics.series().stream().map(Metrics.Series::name).distinct().toList();
        for (String name : names) {
            if (USED.matcher(name).find() && found.size() < 2 * MOST) {
                String stem = USED.matcher(name).replaceFirst("");
                WAITING.stream().map(each -> stem + each).filter(names::contains).findFirst()
                        .ifPresent(queued -> found.put("gauges: " + name, Map.of("busy", name, "queued", queued)));
            }
        }
    }
}

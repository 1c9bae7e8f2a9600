package org.tailwright.ui;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import org.tailwright.data.Dataset;
import org.tailwright.data.Metrics;
import org.tailwright.data.Requests;
import org.tailwright.statistics.trust.DataChecks;
import org.tailwright.statistics.trust.TrustAnalysis;
import org.tailwright.statistics.trust.TrustResult;
import org.tailwright.ui.jobs.Jobs;
import org.tailwright.work.Work;

/// The trust cards of the open data sets: each is judged once, in the background, after it was opened.
public final class Trusting {
    private final Jobs jobs;
    private final ObservableMap<String, TrustResult> found = FXCollections.observableHashMap();

    Trusting(Jobs jobs) {
        this.jobs = jobs;
    }

    /// Judges data sets; metrics among `all` tell users and processors.
    void judge(List<Dataset> fresh, List<Dataset> all) {
        if (fresh.isEmpty()) {
            return;
        }
        List<Metrics> metrics = all.stream().filter(Metrics.class::isInstance).map(Metrics.class::cast).toList();
        fresh.forEach(each -> found.remove(each.name()));
        for (Dataset each : fresh) {
            jobs.start("checking " + each.name(), Jobs.Turn.PATIENT, work -> judged(each, metrics, work), result -> found.put(each.name(), result), _ -> {});
        }
    }

    private static TrustResult judged(Dataset data, List<Metrics> beside, Work work) {
        return data instanceof Requests requests && requests.rows() > 0 && !requests.meaning().duration().ofRuntime() ? TrustAnalysis.of(requests, beside, 0, work)
                : new TrustResult(DataChecks.of(data, work), "unknown", Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    /// What was found about a data set; empty while it is being judged.
    public Optional<TrustResult> of(String dataset) {
        return Optional.ofNullable(found.get(dataset));
    }

    /// Runs something now and whenever something is found about a data set, as long as the returned handle lives unsubscribed.
    public Runnable follow(String dataset, Runnable changed) {
        MapChangeListener<String, TrustResult> listener = change -> {
            if (change.getKey().equals(dataset)) {
                changed.run();
            }
        };
        found.addListener(listener);
        changed.run();
        return () -> found.removeListener(listener);
    }
}

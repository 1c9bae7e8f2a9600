package org.tailwright.readers.firefox;

import java.util.ArrayList;
import java.util.List;
import org.tailwright.readers.Json;
import org.tailwright.readers.stacks.ProfileJson;
import org.tailwright.work.Work;
import tools.jackson.core.JsonParser;

/// A process of a gecko profile with those below it; a processed profile is one with all threads.
final class GeckoProcess {
    private final List<GeckoThread> threads = new ArrayList<>();
    private final List<GeckoProcess> below = new ArrayList<>();
    private final Tables shared = new Tables();
    private final Work work;
    private double startMillis = Double.NaN;
    private double intervalMillis = Double.NaN;
    private String product = "";

    private GeckoProcess(Work work) {
        this.work = work;
    }

    /// Makes one whose members come by [#member].
    static GeckoProcess empty(Work work) {
        return new GeckoProcess(work);
    }

    void member(String name, JsonParser value) {
        switch (name) {
            case "meta" -> Json.object(value, this::meta);
            case "threads" -> Json.array(value, each -> {
                work.check();
                threads.add(GeckoThread.read(each));
            });
            case "processes" -> Json.array(value, each -> {
                GeckoProcess process = new GeckoProcess(work);
                below.add(process);
                Json.object(each, process::member);
            });
            case "shared" -> Json.object(value, (table, inner) -> {
                if (!shared.member(table, inner)) {
                    inner.skipChildren();
                }
            });
            // The developer tools put the profile into an object of their own.
            case "profile" -> Json.object(value, this::member);
            default -> value.skipChildren();
        }
    }

    private void meta(String name, JsonParser value) {
        switch (name) {
            case "startTime" -> startMillis = ProfileJson.number(value);
            case "interval" -> intervalMillis = ProfileJson.number(value);
            case "product" -> product = Json.cut(Json.scalar(value));
            default -> value.skipChildren();
        }
    }

    List<GeckoThread> threads() {
        return threads;
    }

    List<GeckoProcess> below() {
        return below;
    }

    Tables shared() {
        return shared;
    }

    /// Milliseconds since 1970 from which times count; NaN when it is not said.
    double startMillis() {
        return startMillis;
    }

    /// Milliseconds between two samples; NaN when it is not said.
    double intervalMillis() {
        return intervalMillis;
    }

    String product() {
        return product;
    }
}

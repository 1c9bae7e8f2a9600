package org.tailwright.models.laws;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tailwright.data.Requests;
import org.tailwright.data.Texts;
import org.tailwright.data.Traces;
import org.tailwright.models.laws.LawsResult.Visit;

/// How often one request uses each operation, from spans: the forced flow law's visit ratios.
final class Visits {
    private static final int MOST = 30;

    private Visits() {}

    /// Operations by demand, largest first, of spans as requests; of a sample the ratios are those of the whole when every trace is sampled with one probability.
    static List<Visit> of(Requests traces) {
        Texts parents = traces.table().texts(Traces.PARENT).orElseThrow();
        Texts labels = traces.table().texts(Requests.LABEL).orElseThrow();
        Texts services = traces.table().texts(Requests.SERVICE).orElseThrow();
        long roots = 0;
        Map<String, double[]> sums = new HashMap<>();
        for (int row = 0; row < traces.table().rows(); row++) {
            if (parents.missing(row)) {
                roots++;
            } else {
                String name = (services.missing(row) ? "" : services.at(row) + ": ") + (labels.missing(row) ? "?" : labels.at(row));
                double[] sum = sums.computeIfAbsent(name, _ -> new double[2]);
                sum[0]++;
                sum[1] += traces.durations().at(row) / 1e9;
            }
        }
        List<Visit> visits = new ArrayList<>();
        for (Map.Entry<String, double[]> each : sums.entrySet()) {
            if (roots > 0) {
                visits.add(new Visit(each.getKey(), each.getValue()[0] / roots, each.getValue()[1] / each.getValue()[0]));
            }
        }
        visits.sort(Comparator.comparingDouble(Visit::demand).reversed());
        return visits.subList(0, Math.min(MOST, visits.size()));
    }
}

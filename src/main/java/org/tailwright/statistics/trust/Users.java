package org.tailwright.statistics.trust;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tailwright.data.Longs;
import org.tailwright.data.Metrics;
import org.tailwright.data.Requests;

/// How many users (threads, connections) there were at a time, as something else than the durations counted them.
///
/// @param source where it was counted
/// @param perWindow mean number in each window of a [Flow]; NaN where nobody counted
record Users(String source, double[] perWindow) {
    private static final Set<String> NAMES = Set.of("vus", "users", "user count", "usercount", "user_count", "active users", "active threads", "allthreads", "virtual users");

    /// The column of the requests, else the first metric that counts users while they ran.
    static Optional<Users> of(Requests requests, List<Metrics> beside, Flow flow) {
        Optional<Longs> active = requests.table().longs(Requests.ACTIVE);
        if (active.isPresent()) {
            double[] sums = new double[flow.size()];
            double[] counts = new double[flow.size()];
            for (int row = 0; row < active.get().size(); row++) {
                // Counted when the row was written, which is when the request ended.
                long at = requests.starts().at(row) + Math.max(0, requests.durations().at(row)) - flow.from();
                int window = (int) Math.min(flow.size() - 1, at / flow.width());
                if (!active.get().missing(row)) {
                    sums[window] += active.get().at(row);
                    counts[window]++;
                }
            }
            return known("the column of active threads or users", sums, counts);
        }
        return beside.stream().flatMap(each -> each.series().stream()).filter(each -> NAMES.contains(each.name().toLowerCase(Locale.ROOT)))
                .flatMap(each -> of(each, flow).stream()).findFirst();
    }

    private static Optional<Users> of(Metrics.Series series, Flow flow) {
        double[] sums = new double[flow.size()];
        double[] counts = new double[flow.size()];
        for (int i = 0; i < series.times().size(); i++) {
            long at = series.times().at(i) - flow.from();
            if (!series.times().missing(i) && at >= 0 && at < flow.width() * flow.size() && !Double.isNaN(series.values().at(i))) {
                sums[(int) (at / flow.width())] += series.values().at(i);
                counts[(int) (at / flow.width())]++;
            }
        }
        return known("the metric " + series.title(), sums, counts);
    }

    private static Optional<Users> known(String source, double[] sums, double[] counts) {
        double[] means = new double[sums.length];
        Arrays.setAll(means, i -> counts[i] == 0 ? Double.NaN : sums[i] / counts[i]);
        double carried = Double.NaN;
        for (int i = 0; i < means.length; i++) {
            carried = Double.isNaN(means[i]) ? carried : means[i];
            means[i] = carried;
        }
        long there = Arrays.stream(means).filter(each -> !Double.isNaN(each)).count();
        return there < means.length / 2 || Arrays.stream(means).noneMatch(each -> each > 0) ? Optional.empty() : Optional.of(new Users(source, means));
    }

    /// Whether the number stays within 10 % of its median from window `from` on.
    boolean steady(int from) {
        double[] sorted = Arrays.stream(perWindow, from, perWindow.length).filter(each -> !Double.isNaN(each)).sorted().toArray();
        double median = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        long near = Arrays.stream(sorted).filter(each -> Math.abs(each - median) <= 0.1 * median).count();
        return sorted.length > 0 && near >= 0.9 * sorted.length;
    }
}

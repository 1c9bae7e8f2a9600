package org.tailwright.catalog.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tailwright.data.Doubles;
import org.tailwright.data.Objective;
import org.tailwright.data.Requests;
import org.tailwright.data.Rows;
import org.tailwright.data.Selection;
import org.tailwright.data.Texts;
import org.tailwright.data.Traces;
import org.tailwright.traces.SelfTimes;
import org.tailwright.traces.SpanForest;

/// Drafts a scenario from traces. A *visit* is a span that came from another service or from outside, with the spans of its own service below it;
/// its own time is the sum of their self times, at most its duration. Own times measured under load hold waiting for threads and pools, so that
/// the draft is rather too slow. How many servers a service has is not in traces: the draft assumes that half were busy, and says so.
final class NetworkDraft {
    private static final double[] PS = {0, 0.05, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1};

    private final SpanForest forest;
    private final Texts services;
    private final Optional<Doubles> weights;
    private final Map<String, Visited> visited = new LinkedHashMap<>();
    private double roots;

    /// What is known of a service.
    private static final class Visited {
        final List<double[]> own = new ArrayList<>();
        final Map<String, Double> calls = new LinkedHashMap<>();
        double visits;
        double seconds;
        double entries;
    }

    private NetworkDraft(Traces traces) {
        forest = SpanForest.of(traces);
        services = forest.table().texts(Requests.SERVICE).orElseThrow();
        weights = forest.table().doubles(Requests.WEIGHT);
    }

    /// The scenario's text; empty when there is nothing to draft from.
    static Optional<String> of(Traces traces, Selection selection, List<Objective> objectives) {
        Rows rows = selection.rows(traces.asRequests());
        if (rows.size() == 0 || traces.table().texts(Requests.SERVICE).isEmpty()) {
            return Optional.empty();
        }
        NetworkDraft draft = new NetworkDraft(traces);
        draft.count(rows);
        return draft.roots == 0 ? Optional.empty() : Optional.of(draft.text(draft.seconds(rows), objectives));
    }

    private void count(Rows rows) {
        long[] self = SelfTimes.of(forest);
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.at(i);
            int parent = forest.parent(row);
            String service = service(row);
            boolean begins = parent == SpanForest.NONE || !service(parent).equals(service);
            if (!begins) {
                continue;
            }
            double weight = weights.isPresent() ? weights.get().at(row) : 1;
            Visited here = visited.computeIfAbsent(service, _ -> new Visited());
            here.visits += weight;
            here.seconds += weight * (forest.end(row) - forest.start(row)) / 1e9;
            here.own.add(new double[] {Math.min(own(row, service, self), forest.end(row) - forest.start(row)) / 1e9, weight});
            if (parent == SpanForest.NONE) {
                roots += weight;
                here.entries += weight;
            } else {
                visited.computeIfAbsent(service(parent), _ -> new Visited()).calls.merge(service, weight, Double::sum);
            }
        }
    }

    private String service(int row) {
        return services.missing(row) ? "unnamed" : services.at(row);
    }

    private long own(int row, String service, long[] self) {
        long sum = self[row];
        int[] stack = new int[16];
        int depth = 0;
        int at = row;
        while (true) {
            for (int i = 0; i < forest.children(at); i++) {
                int child = forest.child(at, i);
                if (service(child).equals(service)) {
                    stack = depth == stack.length ? Arrays.copyOf(stack, 2 * depth) : stack;
                    stack[depth++] = child;
                    sum += self[child];
                }
            }
            if (depth == 0) {
                return sum;
            }
            at = stack[--depth];
        }
    }

    private double seconds(Rows rows) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < rows.size(); i++) {
            first = Math.min(first, forest.start(rows.at(i)));
            last = Math.max(last, forest.end(rows.at(i)));
        }
        return Math.max(1e-3, (last - first) / 1e9);
    }

    private String text(double seconds, List<Objective> objectives) {
        StringBuilder text = new StringBuilder("title: Drafted from traces\nduration: 5m\nruns: 16\n");
        objectives.stream().filter(each -> each.where().isEmpty() && each.measure().filter(p -> p < 1).isPresent()).findFirst()
                .ifPresent(each -> text.append("objective: ").append(each.text()).append('\n'));
        text.append("stations:\n");
        Map<String, Set<String>> reached = new LinkedHashMap<>();
        visited.forEach((name, here) -> {
            if (here.visits > 0) {
                double busy = here.seconds / seconds;
                text.append("  ").append(quoted(name)).append(":\n    servers: ").append((long) Math.max(1, Math.ceil(2 * busy)))
                        .append("  # assumed: half of them busy with the measured ").append(String.format(Locale.ROOT, "%.3g", busy)).append("; put what is true\n")
                        .append("    time: ").append(law(here.own)).append('\n');
                calls(text, name, here, reached);
            }
        });
        text.append("sources:\n");
        visited.forEach((name, here) -> {
            if (here.entries > 0) {
                text.append("  ").append(quoted("to " + name)).append(":\n    to: ").append(quoted(name)).append("\n    rate: ")
                        .append(String.format(Locale.ROOT, "%.4g", here.entries / seconds)).append('\n');
            }
        });
        return text.append("faults: []\n").toString();
    }

    /// Calls that would close a circle are left out.
    private void calls(StringBuilder text, String name, Visited here, Map<String, Set<String>> reached) {
        boolean any = false;
        for (Map.Entry<String, Double> call : here.calls.entrySet()) {
            if (leads(call.getKey(), name, reached)) {
                text.append("    # a call to ").append(call.getKey()).append(" is left out: calls may not go in a circle\n");
                continue;
            }
            reached.computeIfAbsent(name, _ -> new HashSet<>()).add(call.getKey());
            text.append(any ? "" : "    calls:\n").append("      ").append(quoted(call.getKey())).append(": {times: ")
                    .append(String.format(Locale.ROOT, "%.4g", call.getValue() / here.visits)).append("}\n");
            any = true;
        }
    }

    private static boolean leads(String from, String to, Map<String, Set<String>> reached) {
        return from.equals(to) || reached.getOrDefault(from, Set.of()).stream().anyMatch(each -> leads(each, to, reached));
    }

    /// Weighted quantiles of the own times.
    private static String law(List<double[]> own) {
        own.sort((a, b) -> Double.compare(a[0], b[0]));
        double all = own.stream().mapToDouble(each -> each[1]).sum();
        StringBuilder law = new StringBuilder("quantiles(");
        double seen = 0;
        int at = 0;
        for (double p : PS) {
            while (at < own.size() - 1 && seen + own.get(at)[1] < p * all) {
                seen += own.get(at++)[1];
            }
            double value = p == 1 ? own.getLast()[0] : own.get(at)[0];
            law.append(p == 0 ? "" : ", ").append(p == Math.rint(p) ? Long.toString((long) p) : Double.toString(p)).append(':')
                    .append(String.format(Locale.ROOT, "%.3fms", value * 1e3));
        }
        return law.append(')').toString();
    }

    private static String quoted(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9_ -]*") ? name : "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}

package org.tailwright.readers.accesslog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Joins branches of a tree of routes that have too many different names: `/wiki/Cat`, `/wiki/Dog`, … become `/wiki/{name}`. Names that carry a
/// noticeable share of their branch's requests stay.
final class Branches {
    static final String NAME = "{name}";
    /// A branch with more different names is joined.
    static final int WIDEST = 60;
    /// Names with at least this share of the requests of a joined branch stay.
    private static final double KEPT = 0.02;

    private static final class Node {
        final Map<String, Node> children = new LinkedHashMap<>();
        long requests;
    }

    private final Node root = new Node();
    private boolean joined;

    /// New labels for `labels`, in order; `counts` says how many requests each has.
    static Joined join(String[] labels, long[] counts) {
        Branches branches = new Branches();
        List<String[]> parts = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            String[] path = labels[i].split("/", -1);
            parts.add(path);
            branches.add(path, counts[i]);
        }
        String[] shorter = new String[labels.length];
        for (int i = 0; i < labels.length; i++) {
            shorter[i] = branches.label(parts.get(i));
        }
        return new Joined(shorter, branches.joined);
    }

    /// The labels, and whether any was changed.
    record Joined(String[] labels, boolean changed) {}

    private void add(String[] path, long requests) {
        Node node = root;
        node.requests += requests;
        for (String each : path) {
            node = node.children.computeIfAbsent(each, _ -> new Node());
            node.requests += requests;
        }
    }

    private String label(String[] path) {
        StringBuilder label = new StringBuilder(path[0]);
        Node node = root.children.get(path[0]);
        for (int i = 1; i < path.length; i++) {
            boolean wide = node != null && node.children.size() > WIDEST;
            Node next = node == null ? null : node.children.get(path[i]);
            if (wide && next != null && next.requests < KEPT * node.requests && !path[i].equals(Routes.ID)) {
                joined = true;
                return label.append('/').append(NAME).append(i + 1 < path.length ? "/…" : "").toString();
            }
            label.append('/').append(path[i]);
            node = next;
        }
        return label.toString();
    }
}

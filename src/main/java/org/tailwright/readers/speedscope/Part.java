package org.tailwright.readers.speedscope;

import org.tailwright.data.Unit;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Diagnostics;
import org.tailwright.readers.Json;
import org.tailwright.readers.stacks.DenseIds;
import org.tailwright.readers.stacks.Ints;
import org.tailwright.readers.stacks.Profile;
import org.tailwright.readers.stacks.ProfileJson;
import org.tailwright.readers.stacks.Reals;
import org.tailwright.readers.stacks.SampleRows;
import org.tailwright.readers.stacks.StackTree;
import org.tailwright.readers.stacks.WeightUnit;
import org.tailwright.work.Work;
import tools.jackson.core.JsonParser;

/// One of the profiles in a file. Its members come in any order, so numbers are kept as they are until the end.
final class Part {
    private static final int LONGEST_NAME = 100;
    /// Times later than this many nanoseconds since 1970 (the year 2000) are taken for calendar times, earlier ones for times since a start.
    private static final double CALENDAR = 946_684_800e9;

    private final StackTree tree;
    private final DenseIds frameIds;
    private final Diagnostics diagnostics;
    private final Work work;
    private final OpenFrames open;
    private final Ints nodes = new Ints();
    private final Reals starts = new Reals();
    private Reals weights = new Reals();
    private String name = "";
    private String unit = "";
    private double start = Double.NaN;
    private double end = Double.NaN;
    private double now = Double.NaN;
    private boolean evented;
    private boolean back;
    private long wrong;

    Part(StackTree tree, DenseIds frameIds, Diagnostics diagnostics, Work work) {
        this.tree = tree;
        this.frameIds = frameIds;
        this.diagnostics = diagnostics;
        this.work = work;
        open = new OpenFrames(tree);
    }

    void member(String member, JsonParser parser) {
        switch (member) {
            case "name" -> {
                String text = Json.scalar(parser).strip();
                name = text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) + "…" : text;
            }
            case "unit" -> unit = Json.cut(Json.scalar(parser));
            case "startValue" -> start = ProfileJson.number(parser);
            case "endValue" -> end = ProfileJson.number(parser);
            case "samples" -> Json.array(parser, this::sample);
            case "weights" -> weights = ProfileJson.numbers(parser);
            case "events" -> Json.array(parser, this::event);
            default -> parser.skipChildren();
        }
    }

    private void sample(JsonParser parser) {
        if ((nodes.size() & 0xfff) == 0) {
            work.check();
        }
        int[] node = {StackTree.NONE};
        Json.array(parser, each -> node[0] = tree.child(node[0], frame(each)));
        nodes.add(node[0]);
    }

    private int frame(JsonParser parser) {
        return frameIds.of(ProfileJson.whole(parser, -1));
    }

    private void event(JsonParser parser) {
        String[] type = {""};
        double[] at = {Double.NaN};
        int[] frame = {-1};
        Json.object(parser, (member, value) -> {
            switch (member) {
                case "type" -> type[0] = Json.scalar(value);
                case "at" -> at[0] = ProfileJson.number(value);
                case "frame" -> frame[0] = frame(value);
                default -> value.skipChildren();
            }
        });
        evented = true;
        if (Double.isNaN(at[0]) || frame[0] < 0 || !type[0].equals("O") && !type[0].equals("C")) {
            wrong++;
            return;
        }
        advance(at[0]);
        if (type[0].equals("O")) {
            open.open(frame[0]);
        } else if (!open.close(frame[0])) {
            wrong++;
        }
    }

    /// What is open lasts until `at`.
    private void advance(double at) {
        if ((nodes.size() & 0xfff) == 0) {
            work.check();
        }
        back |= at < now;
        if (at > now && open.depth() > 0) {
            nodes.add(open.node());
            starts.add(now);
            weights.add(at - now);
        }
        now = Double.isNaN(now) ? at : Math.max(now, at);
    }

    /// Says what is odd about the profile and ends what is still open.
    void finish() {
        if (evented && open.depth() > 0) {
            diagnostics.add(new Diagnostic(Diagnostic.Severity.WARNING, 0, -1,
                    "never closed" + of() + ": " + Profile.count(open.depth(), "frame") + ", taken to last until the profile's end"));
            if (end > now) {
                advance(end);
            }
        }
        if (wrong > 0) {
            diagnostics.add(new Diagnostic(Diagnostic.Severity.WARNING, 0, -1, Profile.count(wrong, "event") + of()
                    + " incomplete, or closing a frame that is not the innermost open one"));
        }
        if (back) {
            diagnostics.add(new Diagnostic(Diagnostic.Severity.WARNING, 0, -1, "events" + of() + " go back in time"));
        }
        if (!evented && weights.size() != nodes.size()) {
            diagnostics.add(new Diagnostic(Diagnostic.Severity.WARNING, 0, -1, "there are " + Profile.count(nodes.size(), "sample") + of()
                    + " and " + Profile.count(weights.size(), "weight") + "; what has none counts once"));
        }
    }

    private String of() {
        return name.isEmpty() ? "" : " of " + name;
    }

    String name() {
        return name;
    }

    WeightUnit unit() {
        return WeightUnit.of(unit);
    }

    int size() {
        return nodes.size();
    }

    long wrong() {
        return wrong;
    }

    /// Whether times are those of a clock, rather than since some start.
    boolean calendar() {
        return start * unit().factor() > CALENDAR;
    }

    /// Hands over the samples. Weights of time say also when each began.
    void into(SampleRows rows, boolean threads) {
        double factor = unit().factor();
        boolean timed = unit().unit().equals(Unit.DURATION);
        double at = Double.isNaN(start) ? 0 : start;
        for (int i = 0; i < nodes.size(); i++) {
            double weight = Math.max(0, Double.isNaN(weights.at(i)) ? 1 : weights.at(i));
            rows.add(nodes.at(i), weight * factor);
            if (timed) {
                double from = (evented ? starts.at(i) : at) * factor;
                rows.start(Math.round(from)).end(Math.round(from + weight * factor));
            }
            if (threads) {
                rows.thread(name);
            }
            at += weight;
        }
    }
}

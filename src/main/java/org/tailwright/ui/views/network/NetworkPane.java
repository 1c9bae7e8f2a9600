package org.tailwright.ui.views.network;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Polygon;
import org.jspecify.annotations.Nullable;
import org.tailwright.simulation.scenario.ScenarioText;
import org.tailwright.ui.report.Words;

/// The graph of a scenario: sources at the left, whom they call to the right. What is chosen shows its settings in [#form].
public final class NetworkPane extends StackPane {
    private static final double WIDEST = 168;
    private static final double NARROWEST = 124;
    private static final double HEIGHT = 56;
    private static final double FAR = 104;
    private static final double NEAR = 76;
    private static final double DOWN = 28;
    private static final double EDGE = 24;
    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");
    private static final String SOURCES = "sources";
    private static final String STATIONS = "stations";

    private final Pane canvas = new Pane();
    private final ScrollPane scroll = new ScrollPane(canvas);
    private final NetworkForm form;
    private final ToggleGroup group = new ToggleGroup();
    private List<String> chosen = List.of();
    private String shown = "";
    private @Nullable String complaint;
    private List<String> faulty = List.of();
    private double width = WIDEST;
    private double across = FAR;

    /// @param changed takes the whole text after a change
    public NetworkPane(Consumer<String> changed) {
        form = new NetworkForm(changed);
        scroll.getStyleClass().add("network-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        setMinSize(0, 0);
        getChildren().setAll(scroll);
        widthProperty().subscribe(_ -> show());
        visibleProperty().subscribe(_ -> show());
    }

    /// Says above the form why the text cannot be simulated, and marks in graph and form what is wrong; nothing when it can.
    public void complain(@Nullable String said) {
        complaint = said;
        form.complain(said);
        show();
    }

    /// The settings of what is chosen, for the inspector.
    public Node form() {
        return form;
    }

    /// Shows a scenario's text, also one that cannot be simulated as long as it is YAML.
    public void show(String scenario) {
        shown = scenario;
        show();
    }

    private void show() {
        if (!isVisible()) {
            return;
        }
        ScenarioText text;
        try {
            text = ScenarioText.of(shown);
        } catch (IllegalArgumentException e) {
            getChildren().setAll(Words.empty("The graph cannot be drawn", String.valueOf(e.getMessage())));
            return;
        }
        getChildren().setAll(scroll);
        if (text.value(chosen).isEmpty()) {
            chosen = List.of();
        }
        faulty = complaint == null ? List.of() : text.about(complaint).orElse(List.of());
        draw(text);
        form.show(text, chosen, kind(chosen), faulty);
    }

    private static Settings kind(List<String> path) {
        return path.size() == 2 ? path.getFirst().equals(SOURCES) ? Settings.SOURCE : Settings.STATION : path.size() == 4 && path.get(2).equals("routes") ? Settings.ROUTE : Settings.CALL;
    }

    private void choose(ScenarioText text, List<String> path) {
        chosen = path;
        form.show(text, path, kind(path), faulty);
    }

    private static String id(String part, String name) {
        return part + "/" + name;
    }

    private void draw(ScenarioText text) {
        List<String> nodes = Stream.concat(text.names(SOURCES).stream().map(each -> id(SOURCES, each)), text.names(STATIONS).stream().map(each -> id(STATIONS, each))).toList();
        List<GraphLayout.Edge> edges = text.links().stream().map(each -> new GraphLayout.Edge(id(each.kind() == ScenarioText.Kind.SOURCE ? SOURCES : STATIONS, each.from()),
                id(STATIONS, each.to()))).toList();
        SequencedMap<String, GraphLayout.Spot> spots = GraphLayout.of(nodes, edges);
        int rows = spots.values().stream().mapToInt(GraphLayout.Spot::row).max().orElse(0) + 1;
        int columns = spots.values().stream().mapToInt(GraphLayout.Spot::column).max().orElse(0) + 1;
        boolean roomy = 2 * EDGE + columns * (WIDEST + FAR) - FAR <= getWidth() - 4;
        across = roomy ? FAR : NEAR;
        width = Math.clamp((getWidth() - 4 - 2 * EDGE + across) / columns - across, NARROWEST, WIDEST);
        canvas.setMinSize(2 * EDGE + columns * (width + across) - across, 2 * EDGE + rows * (HEIGHT + DOWN) - DOWN);
        List<Node> lines = new ArrayList<>();
        List<Node> boxes = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            GraphLayout.Spot from = spots.get(edges.get(i).from());
            GraphLayout.Spot to = spots.get(edges.get(i).to());
            if (from != null && to != null) {
                line(text, text.links().get(i), from, to, lines, boxes);
            }
        }
        spots.forEach((id, spot) -> boxes.add(box(text, List.of(id.substring(0, id.indexOf('/')), id.substring(id.indexOf('/') + 1)), spot)));
        canvas.getChildren().setAll(lines);
        canvas.getChildren().addAll(boxes);
    }

    private double x(GraphLayout.Spot spot) {
        return EDGE + spot.column() * (width + across);
    }

    private static double y(GraphLayout.Spot spot) {
        return EDGE + spot.row() * (HEIGHT + DOWN);
    }

    private ToggleButton box(ScenarioText text, List<String> path, GraphLayout.Spot spot) {
        Label name = new Label(path.getLast());
        name.getStyleClass().add("network-name");
        Label detail = new Label(detail(text, path));
        detail.getStyleClass().addAll("muted", "small");
        detail.setTextOverrun(OverrunStyle.ELLIPSIS);
        VBox words = new VBox(2, name, detail);
        words.setMaxWidth(width - 24);
        ToggleButton box = toggle(text, path);
        box.setGraphic(words);
        box.getStyleClass().setAll("network-box", path.getFirst().equals(SOURCES) ? "network-source" : "network-station");
        box.setAccessibleText((path.getFirst().equals(SOURCES) ? "Source " : "Station ") + path.getLast() + ", " + detail.getText());
        box.setMinSize(width, HEIGHT);
        box.setMaxSize(width, HEIGHT);
        box.setPrefSize(width, HEIGHT);
        box.relocate(x(spot), y(spot));
        return box;
    }

    private ToggleButton toggle(ScenarioText text, List<String> path) {
        ToggleButton toggle = new ToggleButton();
        toggle.pseudoClassStateChanged(FAULTY, faulty.size() >= path.size() && faulty.subList(0, path.size()).equals(path));
        toggle.setToggleGroup(group);
        toggle.setSelected(path.equals(chosen));
        toggle.setOnAction(_ -> {
            toggle.setSelected(true);
            choose(text, path);
        });
        return toggle;
    }

    private String detail(ScenarioText text, List<String> path) {
        String part = path.getFirst();
        String name = path.getLast();
        if (part.equals(SOURCES)) {
            return text.value(List.of(part, name, "users")).map(each -> each + " users").orElseGet(() -> text.value(List.of(part, name, "rate")).map(each -> each.matches("[\\d.]+") ? each + " /s"
                    : "rate over time").orElse("no rate"));
        }
        String servers = text.value(List.of(part, name, "servers")).orElse("1");
        String instances = text.value(List.of(part, name, "instances")).map(each -> each + " × ").orElse("");
        String places = instances + servers + (servers.equals("1") ? " server" : " servers");
        return width < WIDEST ? places : places + text.value(List.of(part, name, "time")).map(each -> " · " + (each.length() > 16 ? each.split("\\(")[0] : each)).orElse("");
    }

    private void line(ScenarioText text, ScenarioText.Link link, GraphLayout.Spot from, GraphLayout.Spot to, List<Node> lines, List<Node> boxes) {
        boolean back = to.column() <= from.column();
        double startX = x(from) + width;
        double startY = y(from) + HEIGHT / 2;
        double endX = back ? x(to) + width : x(to);
        double endY = y(to) + HEIGHT / 2 + (back ? 12 : 0);
        double bend = back ? 60 : Math.max(32, (endX - startX) / 2);
        CubicCurve curve = new CubicCurve(startX, startY, startX + bend, startY, back ? endX + bend : endX - bend, endY, endX, endY);
        curve.getStyleClass().add("network-line");
        double tip = back ? 7 : -7;
        Polygon arrow = new Polygon(endX, endY, endX + tip, endY - 4, endX + tip, endY + 4);
        arrow.getStyleClass().add("network-arrow");
        Group drawn = new Group(curve, arrow);
        drawn.setMouseTransparent(true);
        lines.add(drawn);
        if (link.kind() != ScenarioText.Kind.SOURCE) {
            boxes.add(label(text, link, (curve.getStartX() + 3 * curve.getControlX1() + 3 * curve.getControlX2() + curve.getEndX()) / 8, (startY + endY) / 2));
        }
    }

    /// A call's own button in the middle of its line.
    private ToggleButton label(ScenarioText text, ScenarioText.Link link, double middleX, double middleY) {
        ToggleButton button = toggle(text, link.path());
        button.getStyleClass().setAll("network-call");
        button.setText(words(text, link));
        button.setAccessibleText((link.kind() == ScenarioText.Kind.ROUTE ? "Route from " : "Call of ") + link.from() + " to " + link.to());
        button.setMaxWidth(across - 12);
        button.widthProperty().subscribe(width -> button.setLayoutX(middleX - width.doubleValue() / 2));
        button.heightProperty().subscribe(height -> button.setLayoutY(middleY - height.doubleValue() / 2));
        return button;
    }

    private static String words(ScenarioText text, ScenarioText.Link link) {
        if (link.kind() == ScenarioText.Kind.ROUTE) {
            return text.value(link.path()).orElse("");
        }
        List<String> parts = new ArrayList<>();
        for (String key : List.of("times", "timeout", "retries", "breaker")) {
            List<String> path = new ArrayList<>(link.path());
            path.add(key);
            text.value(path).filter(each -> !each.equals("none")).ifPresent(each -> parts.add(switch (key) {
                case "times" -> "×" + each;
                case "timeout" -> each;
                case "retries" -> "↻" + each;
                default -> "breaker";
            }));
        }
        return parts.isEmpty() ? "call" : String.join(" ", parts.subList(0, Math.min(2, parts.size())));
    }
}

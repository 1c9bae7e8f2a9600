package org.tailwright.ui.views.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tailwright.charts.Numbers;
import org.tailwright.statistics.omission.Omission;
import org.tailwright.statistics.omission.OmissionResult;
import org.tailwright.statistics.omission.Standing;
import org.tailwright.statistics.shapes.Definition;
import org.tailwright.statistics.shapes.Definitions;
import org.tailwright.statistics.shapes.Shape;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.Pale;
import org.tailwright.ui.report.Words;
import org.tailwright.ui.views.Inspector;
import org.tailwright.ui.views.PartForm;

/// Coordinated omission and percentile definitions in the inspector.
final class DepthsPane {
    private final Context context;
    private final DistributionModel model;
    private final VBox omission = Inspector.part();
    private final VBox definitions = Inspector.part();

    DepthsPane(Context context, DistributionModel model) {
        this.context = context;
        this.model = model;
        Inspector.fill(omission, List.of());
        Inspector.fill(definitions, List.of());
        model.depths().stateProperty().subscribe(state -> {
            Pale.show(omission, state.stale());
            Pale.show(definitions, state.stale());
            Depths answer = state.answer();
            if (answer != null && !state.stale()) {
                Inspector.fill(omission, answer.omission().map(this::omission).orElse(List.of()));
                Inspector.fill(definitions, answer.definitions().map(this::definitions).orElse(List.of()));
            }
        });
        context.store().derive(Settings::of).subscribe(_ -> {
            Depths answer = model.depths().state().answer();
            if (answer != null) {
                Inspector.fill(definitions, answer.definitions().map(this::definitions).orElse(List.of()));
            }
        });
    }

    VBox omission() {
        return omission;
    }

    VBox definitions() {
        return definitions;
    }

    private List<Node> omission(OmissionResult result) {
        List<Node> nodes = new ArrayList<>(List.of(Inspector.heading("Coordinated omission"), small(result.standing().words())));
        result.pace().filter(each -> !each.words().equals(result.why())).ifPresent(each -> nodes.add(small(each.words())));
        if (!result.why().isEmpty() && !result.why().equals(result.standing().words())) {
            nodes.add(small(result.why()));
        }
        result.breaches().forEach(each -> nodes.add(Words.finding(result.finding(each))));
        Standing.Kind kind = result.standing().kind();
        if (kind == Standing.Kind.SERVICE_TIME || kind == Standing.Kind.UNKNOWN) {
            nodes.add(PartForm.of(context, Omission.ANALYSIS, List.of("interval")));
        }
        result.corrected().ifPresent(each -> nodes.add(link(p99(result, each), () -> model.set("shape", Shape.CORRECTED.name().toLowerCase(Locale.ROOT)))));
        return nodes;
    }

    private static String p99(OmissionResult result, OmissionResult.Corrected corrected) {
        double raw = result.measured().percentiles().get(2).value();
        String name = corrected.source() == OmissionResult.Source.MEASURED ? "from intended start" : "corrected for " + Numbers.duration(corrected.intervalNanos());
        return "p99 " + Numbers.duration(raw) + " → " + Numbers.duration(corrected.values()[2]) + " " + name;
    }

    private static Hyperlink link(String words, Runnable action) {
        Hyperlink link = new Hyperlink(words);
        link.setWrapText(true);
        link.setStyle("-fx-padding: 0; -fx-font-size: 12px;");
        link.setOnAction(_ -> action.run());
        return link;
    }

    private static Node small(String text) {
        Node paragraph = Words.paragraph(text);
        paragraph.setStyle("-fx-font-size: 12px;");
        return paragraph;
    }

    /// One line for each definition: p99 and p99.9 with what they differ from the one used here; a click draws the curve by it.
    private List<Node> definitions(Definitions found) {
        GridPane grid = new GridPane();
        grid.setHgap(10);
        grid.setVgap(2);
        grid.getColumnConstraints().setAll(new ColumnConstraints(), right(), right());
        grid.addRow(0, muted(""), muted("p99"), muted("p99.9"));
        Definition chosen = model.options().definition();
        int row = 1;
        for (Definition each : Definition.values()) {
            Hyperlink name = link(each.title(), () -> model.set("definition", each.name().toLowerCase(Locale.ROOT)));
            name.setTooltip(new Tooltip(each.words()));
            name.setAccessibleText(each.title() + ", " + each.words() + (each == chosen ? ", chosen" : ""));
            if (each == chosen) {
                name.setStyle(name.getStyle() + "-fx-font-weight: bold; -fx-underline: true;");
            }
            grid.addRow(row++, name, value(found, each, 2), value(found, each, 3));
        }
        return List.of(Inspector.heading("Definitions"), grid);
    }

    private static ColumnConstraints right() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHalignment(HPos.RIGHT);
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    private static Label value(Definitions found, Definition definition, int i) {
        double apart = found.difference(definition, i);
        double value = found.percentiles().get(i).value() * (1 + apart);
        Label label = new Label(Math.abs(apart) < 1e-12 ? Numbers.duration(value) : Numbers.duration(value) + " " + Numbers.change(apart));
        label.getStyleClass().addAll("small", found.percentiles().get(i).supported() && Math.abs(apart) >= 1e-12 || definition == Definition.R1 ? "plain" : "muted");
        return label;
    }

    private static Label muted(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("small", "muted");
        return label;
    }
}

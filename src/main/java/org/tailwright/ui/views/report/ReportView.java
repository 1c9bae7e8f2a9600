package org.tailwright.ui.views.report;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tailwright.reports.Report;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.Pale;
import org.tailwright.ui.report.BlockRenderer;
import org.tailwright.ui.report.Words;
import org.tailwright.ui.shell.Buttons;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.views.Screen;
import org.tailwright.ui.views.View;

/// The preview of the whole report, as it will be exported.
public final class ReportView {
    /// The tab.
    public static final View VIEW = new View("report", "Report", open -> !open.isEmpty(), context -> new ReportView(context).screen());

    private static final double PAGE = 860;

    private final Context context;
    private final ReportModel model;
    private final ReportParts parts;
    private final BlockRenderer renderer;
    private final StackPane page = new StackPane();
    private final VBox contents = new VBox(6);
    private final ScrollPane scroll;

    private ReportView(Context context) {
        this.context = context;
        this.model = new ReportModel(context);
        this.parts = new ReportParts(context);
        this.renderer = new BlockRenderer(context);
        page.setMaxWidth(PAGE);
        StackPane middle = new StackPane(page);
        StackPane.setAlignment(page, Pos.TOP_CENTER);
        middle.setStyle("-fx-padding: 22px 26px 40px 26px;");
        scroll = new ScrollPane(middle);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        Screen.whileShown(scroll, model.question(), model.latest()::ask);
        model.latest().stateProperty().subscribe(this::show);
    }

    private Screen screen() {
        Label title = new Label("Report");
        title.getStyleClass().add("heading");
        Label words = new Label("What is exported is what is shown: verdicts, summary, evidence, method. Answers are added with “Add to report”.");
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox actions = new HBox(8, Buttons.primary("Export… (Ctrl+E)", context::export), Buttons.secondary("Charts…", context::exportCharts));
        return new Screen(scroll, new VBox(part(new VBox(8, title, words, actions)), part(parts.said()), part(parts.added()), part(contents)));
    }

    private static VBox part(VBox box) {
        box.getStyleClass().add("inspector-part");
        return box;
    }

    private void show(Latest.State<Report> state) {
        Pale.show(page, state.stale());
        Report report = state.answer();
        if (report == null) {
            page.getChildren().setAll(state.failure() == null ? Words.empty("The report is being written", "It appears here in a moment.")
                    : Words.empty("The report could not be written", state.failure().sentence()));
            contents.getChildren().clear();
        } else if (!state.stale()) {
            VBox nodes = renderer.report(report);
            page.getChildren().setAll(nodes);
            contents(report, nodes);
        }
    }

    private void contents(Report report, VBox nodes) {
        Label title = new Label("Contents");
        title.getStyleClass().add("heading");
        contents.getChildren().setAll(title);
        int first = nodes.getChildren().size() - report.sections().size();
        for (int i = 0; i < report.sections().size(); i++) {
            Node section = nodes.getChildren().get(first + i);
            Hyperlink link = new Hyperlink(report.sections().get(i).title());
            link.setWrapText(true);
            link.setOnAction(_ -> scrollTo(section));
            contents.getChildren().add(link);
        }
    }

    private void scrollTo(Node section) {
        double content = scroll.getContent().getBoundsInLocal().getHeight();
        double room = content - scroll.getViewportBounds().getHeight();
        double y = section.localToScene(0, 0).getY() - scroll.getContent().localToScene(0, 0).getY();
        scroll.setVvalue(room <= 0 ? 0 : Math.clamp((y - 10) / room, 0, 1));
    }
}

package org.tailwright.ui.views.analyses;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.tailwright.analyses.Analysis;
import org.tailwright.reports.Block;
import org.tailwright.ui.Context;
import org.tailwright.ui.charts.Pale;
import org.tailwright.ui.forms.FormPane;
import org.tailwright.ui.report.BlockRenderer;
import org.tailwright.ui.report.FactsPane;
import org.tailwright.ui.report.Words;
import org.tailwright.ui.shell.Buttons;
import org.tailwright.ui.state.Latest;
import org.tailwright.ui.state.Session;
import org.tailwright.ui.views.Screen;
import org.tailwright.ui.views.View;

/// Shows any analysis: its form in the inspector, its explanation in the middle.
public final class AnalysesView {
    /// The tab.
    public static final View VIEW = new View("analyses", "Analyses", open -> !open.isEmpty(), context -> new AnalysesView(context).screen());

    private final Context context;
    private final AnalysesModel model;
    private final BlockRenderer renderer;
    private final VBox page = new VBox(12);
    private final ScrollPane scroll = new ScrollPane(page);
    private final StackPane content = new StackPane();
    private final VBox facts = new VBox(10);
    private final VBox settings = new VBox(8);
    private final ComboBox<Analysis<?, ?>> chooser = new ComboBox<>();
    private boolean choosing;

    private AnalysesView(Context context) {
        this.context = context;
        this.model = new AnalysesModel(context);
        this.renderer = new BlockRenderer(context);
        page.setStyle("-fx-padding: 4px 20px 24px 20px;");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        choosing();
        Screen.whileShown(content, model.question(), this::ask);
        model.latest().stateProperty().subscribe(this::show);
    }

    private Screen screen() {
        VBox inspector = new VBox(part(facts), part(settings), part(new VBox(addButton())));
        return new Screen(content, inspector);
    }

    private static VBox part(VBox box) {
        box.getStyleClass().add("inspector-part");
        return box;
    }

    private void choosing() {
        chooser.setMaxWidth(Double.MAX_VALUE);
        chooser.setAccessibleText("Analysis");
        chooser.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Analysis<?, ?> analysis) {
                return analysis == null ? "" : analysis.title();
            }

            @Override
            public Analysis<?, ?> fromString(String text) {
                throw new UnsupportedOperationException("the list is not typed into");
            }
        });
        chooser.valueProperty().subscribe((_, chosen) -> {
            if (!choosing && chosen != null) {
                context.store().go(place -> place.asking(chosen.id()));
            }
        });
    }

    private void ask(Optional<AnalysesModel.Question> question) {
        AnalysesModel.Question before = model.latest().question();
        model.latest().ask(question.orElse(null));
        if (question.isEmpty()) {
            content.getChildren().setAll(Words.empty("No analysis fits", "Open load-test results, traces, a recording, metrics, histograms or load points."));
            settings.getChildren().clear();
        } else if (before == null || !before.analysis().id().equals(question.get().analysis().id()) || settings.getChildren().isEmpty()) {
            form(question.get().analysis());
        }
        Pale.show(page, model.latest().state().stale());
    }

    private void form(Analysis<?, ?> analysis) {
        Session session = context.store().session();
        choosing = true;
        chooser.getItems().setAll(model.fitting(session.open()));
        chooser.setValue(analysis);
        choosing = false;
        Label title = new Label("Analysis");
        title.getStyleClass().add("heading");
        settings.getChildren().setAll(title, chooser);
        if (!analysis.form().fields().isEmpty()) {
            settings.getChildren().add(new FormPane(analysis.form(), session.questions().typed(analysis.id()),
                    typed -> context.store().ask(now -> now.with(analysis.id(), typed))));
        }
    }

    private void show(Latest.State<AnalysesModel.Answer> state) {
        Pale.show(page, state.stale());
        AnalysesModel.Answer answer = state.answer();
        if (answer == null) {
            String words = state.failure() != null ? state.failure().sentence() : "";
            content.getChildren().setAll(words.isEmpty() ? new Label("") : Words.empty("There is no answer", words));
        } else if (!state.stale()) {
            page.getChildren().setAll(renderer.section(answer.section()));
            content.getChildren().setAll(scroll);
            facts(answer.section().title(), answer.section().blocks());
        }
    }

    private void facts(String title, List<Block> blocks) {
        Label heading = new Label(title);
        heading.getStyleClass().add("heading");
        heading.setWrapText(true);
        List<Block.Fact> all = blocks.stream().filter(Block.Facts.class::isInstance).flatMap(each -> ((Block.Facts) each).facts().stream()).limit(8).toList();
        facts.getChildren().setAll(heading, FactsPane.columns(all));
        boolean any = !all.isEmpty();
        facts.setVisible(any);
        facts.setManaged(any);
    }

    private Node addButton() {
        Button add = Buttons.primary("Add to report", () -> model.pinned().ifPresent(pinned -> context.store().ask(now -> now.toggled(pinned))));
        context.store().derive(session -> model.pinned().filter(session.questions().pinned()::contains).isPresent())
                .subscribe(there -> add.setText(there ? "Remove from report" : "Add to report"));
        return add;
    }
}

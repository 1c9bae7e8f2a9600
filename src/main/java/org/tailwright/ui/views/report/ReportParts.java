package org.tailwright.ui.views.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tailwright.analyses.Analysis;
import org.tailwright.catalog.report.Business;
import org.tailwright.data.Dataset;
import org.tailwright.data.Selection;
import org.tailwright.ui.Context;
import org.tailwright.ui.shell.Buttons;
import org.tailwright.ui.state.Questions;
import org.tailwright.ui.state.Story;

/// What a person adds to the report: title, what a breach costs, notes, the order of the answers, and whether names are replaced.
final class ReportParts {
    private static final String NOTHING = "nothing";

    private final Context context;
    private final VBox added = new VBox(4);

    ReportParts(Context context) {
        this.context = context;
        context.store().derive(session -> session.questions().pinned()).subscribe(this::list);
    }

    /// Fields for what is said about the whole report.
    VBox said() {
        TextField title = field("Title of the report", "made from the files' names");
        TextField cost = field("Cost of an hour of breach", "for example 12000");
        TextField currency = field("Currency of the cost", "€");
        currency.setPrefColumnCount(4);
        TextField users = field("People who use the service in an hour", "for example 5000");
        CheckBox redact = new CheckBox("Replace names of hosts and people");
        redact.setWrapText(true);
        redact.setTooltip(new Tooltip("Addresses, ids in URLs and literals in SQL too; the same name by the same word everywhere"));
        context.store().derive(session -> session.questions().story()).subscribe(story -> {
            show(title, story.title());
            show(cost, number(story.business().map(Business::costOfAnHour).orElse(OptionalDouble.empty())));
            show(currency, story.business().map(Business::currency).orElse(""));
            show(users, number(story.business().map(Business::usersInAnHour).orElse(OptionalDouble.empty())));
            redact.setSelected(story.redacted());
        });
        title.setOnAction(_ -> tell(story -> story.titled(title.getText().strip())));
        redact.setOnAction(_ -> tell(story -> story.redacting(redact.isSelected())));
        for (TextField each : List.of(cost, currency, users)) {
            each.setOnAction(_ -> business(cost, currency, users));
            each.focusedProperty().subscribe((had, _) -> {
                if (had) {
                    business(cost, currency, users);
                }
            });
        }
        ComboBox<String> baseline = baseline();
        HBox money = new HBox(6, cost, currency);
        HBox.setHgrow(cost, Priority.ALWAYS);
        return new VBox(6, heading("About the report"), small("Title"), title, small("Cost of an hour of breach"), money, small("People in an hour"), users, small("Compare with"), baseline, redact);
    }

    /// The open data sets with durations, of which one can be the baseline.
    private ComboBox<String> baseline() {
        ComboBox<String> choice = new ComboBox<>();
        choice.setAccessibleText("Compare with the baseline");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setTooltip(new Tooltip("The other run stands beside it, with a verdict for each percentile"));
        context.store().derive(session -> session.open().stream().filter(each -> session.requests(each).isPresent()).map(Dataset::name).toList()).subscribe(names -> {
            List<String> all = new ArrayList<>(List.of(NOTHING));
            all.addAll(names);
            choice.getItems().setAll(all);
            choice.setValue(marked(context.store().session().questions()));
            choice.setDisable(names.size() < 2);
        });
        context.store().derive(session -> marked(session.questions())).subscribe(choice::setValue);
        choice.setOnAction(_ -> {
            String name = choice.getValue();
            if (name != null && !name.equals(marked(context.store().session().questions()))) {
                context.store().ask(now -> now.with(name.equals(NOTHING) ? Optional.empty() : Optional.of(new Questions.Baseline(name, Selection.ALL))));
            }
        });
        return choice;
    }

    private static String marked(Questions questions) {
        return questions.baseline().map(Questions.Baseline::dataset).orElse(NOTHING);
    }

    private void business(TextField cost, TextField currency, TextField users) {
        boolean fine = mark(cost) & mark(users);
        if (fine) {
            Business said = new Business(number(cost.getText()), currency.getText().strip(), number(users.getText()));
            tell(story -> story.costing(said.isEmpty() ? Optional.empty() : Optional.of(said)));
        }
    }

    /// Whether a field holds a number or nothing; says so otherwise.
    private static boolean mark(TextField field) {
        boolean fine = field.getText().isBlank() || number(field.getText()).isPresent();
        field.setTooltip(fine ? null : new Tooltip("a number from 0 on, or nothing"));
        field.getStyleClass().remove("bad");
        if (!fine) {
            field.getStyleClass().add("bad");
        }
        return fine;
    }

    static OptionalDouble number(String text) {
        try {
            double value = Double.parseDouble(text.strip().replace(",", ""));
            return value >= 0 && Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static String number(OptionalDouble value) {
        return value.isEmpty() ? "" : value.getAsDouble() == Math.rint(value.getAsDouble()) ? Long.toString((long) value.getAsDouble()) : Double.toString(value.getAsDouble());
    }

    private void tell(UnaryOperator<Story> change) {
        context.store().ask(now -> now.telling(change.apply(now.story())));
    }

    /// A note to be written, and what was added with its order.
    VBox added() {
        TextArea note = new TextArea();
        note.setPromptText("A note in your own words");
        note.setAccessibleText("A note in your own words");
        note.setPrefRowCount(3);
        note.setWrapText(true);
        Button add = Buttons.secondary("Add the note", () -> {
            if (!note.getText().isBlank()) {
                context.store().ask(now -> pinning(now, note.getText().strip()));
                note.clear();
            }
        });
        return new VBox(6, heading("Added by hand"), added, note, add);
    }

    private static Questions pinning(Questions now, String text) {
        List<Questions.Pinned> more = new ArrayList<>(now.pinned());
        more.add(Questions.Pinned.note("", text));
        return now.pinning(more);
    }

    private void list(List<Questions.Pinned> pinned) {
        added.getChildren().clear();
        for (int i = 0; i < pinned.size(); i++) {
            added.getChildren().add(row(pinned, i));
        }
        if (pinned.isEmpty()) {
            Label none = small("Nothing yet: “Add to report” stands beside every answer.");
            none.setWrapText(true);
            added.getChildren().add(none);
        }
    }

    private HBox row(List<Questions.Pinned> pinned, int at) {
        Label name = new Label(words(pinned.get(at)));
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox row = new HBox(2, name, arrow("↑", "Earlier in the report", at > 0, () -> swap(at, at - 1)), arrow("↓", "Later in the report", at < pinned.size() - 1, () -> swap(at, at + 1)),
                arrow("✕", "Remove from the report", true, () -> context.store().ask(now -> now.toggled(pinned.get(at)))));
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return row;
    }

    private void swap(int one, int other) {
        context.store().ask(now -> {
            List<Questions.Pinned> changed = new ArrayList<>(now.pinned());
            Collections.swap(changed, one, other);
            return now.pinning(changed);
        });
    }

    private String words(Questions.Pinned pinned) {
        return pinned.isNote() ? "Note: " + pinned.typed().getOrDefault("text", "").lines().findFirst().orElse("")
                : context.analyses().stream().filter(each -> each.id().equals(pinned.analysis())).map(Analysis::title).findFirst().orElse(pinned.analysis());
    }

    private static Button arrow(String sign, String name, boolean possible, Runnable action) {
        Button button = new Button(sign);
        button.getStyleClass().setAll("button", "bar-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setDisable(!possible);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static TextField field(String name, String prompt) {
        TextField field = new TextField();
        field.setPromptText(prompt);
        field.setAccessibleText(name);
        return field;
    }

    private static void show(TextField field, String text) {
        if (!field.isFocused() && !field.getText().equals(text)) {
            field.setText(text);
        }
    }

    private static Label heading(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("heading");
        return label;
    }

    private static Label small(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("muted", "small");
        return label;
    }
}

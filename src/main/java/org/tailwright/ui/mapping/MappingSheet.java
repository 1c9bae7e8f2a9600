package org.tailwright.ui.mapping;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tailwright.readers.ReadOptions;
import org.tailwright.ui.shell.Buttons;

/// The dialog: what the columns of a file mean. Enter opens the file so.
final class MappingSheet extends VBox {
    /// What the dialog can do.
    ///
    /// @param open reads the file
    /// @param cancel closes the dialog
    /// @param forget forgets what was said about such files
    /// @param copy puts text on the clipboard
    record Actions(Consumer<Answer> open, Runnable cancel, Runnable forget, Consumer<String> copy) {}

    /// What was said.
    ///
    /// @param remember whether it holds for all files of this shape
    record Answer(ReadOptions options, boolean remember) {}

    private final MappingModel model;
    private final Actions actions;
    private final MappingForm form;
    private final CheckBox remember = new CheckBox("Remember for files with these columns");
    private final Button open = Buttons.primary("Open", this::open);

    /// @param why the file is asked about
    /// @param remembered whether something is remembered about such files
    MappingSheet(MappingModel model, String why, boolean remembered, Actions actions) {
        this.model = model;
        this.actions = actions;
        this.form = new MappingForm(model);
        getStyleClass().addAll("overlay-sheet", "mapping");
        setMaxSize(920, 720);
        setMinSize(0, 0);
        setAccessibleText("What do the columns of " + model.looked().file().getFileName() + " mean?");
        SampleTable table = new SampleTable(model);
        table.setMinHeight(84);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(head(why), middle(), table, command(), foot(remembered));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.choiceProperty().subscribe(_ -> enable());
        model.preview().stateProperty().subscribe(_ -> enable());
    }

    /// Where the keyboard begins.
    Node first() {
        return form.first();
    }

    private Node head(String why) {
        Label title = new Label("What do the columns of " + model.looked().file().getFileName() + " mean?");
        title.getStyleClass().add("section-title");
        Label words = new Label(Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".");
        words.getStyleClass().add("muted");
        words.setTextOverrun(OverrunStyle.ELLIPSIS);
        return new VBox(3, title, words);
    }

    private Node middle() {
        ScrollPane preview = new ScrollPane(new PreviewPane(model));
        preview.setFitToWidth(true);
        preview.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        preview.getStyleClass().add("mapping-preview-scroll");
        preview.setFocusTraversable(false);
        preview.setPrefHeight(0);
        preview.setPrefWidth(330);
        preview.setMinWidth(230);
        HBox.setHgrow(form, Priority.ALWAYS);
        HBox.setHgrow(preview, Priority.SOMETIMES);
        HBox middle = new HBox(18, form, preview);
        middle.setMinHeight(Region.USE_PREF_SIZE);
        form.setMinHeight(228);
        return middle;
    }

    private Node command() {
        TextField line = new TextField();
        line.setEditable(false);
        line.getStyleClass().add("command-line");
        line.setAccessibleText("The same on the command line");
        HBox.setHgrow(line, Priority.ALWAYS);
        model.choiceProperty().subscribe(choice -> line.setText(choice.complaint().isEmpty() ? choice.command(model.looked().file()) : ""));
        Button copy = Buttons.secondary("Copy", () -> actions.copy().accept(line.getText()));
        copy.setAccessibleText("Copy the command line");
        copy.disableProperty().bind(line.textProperty().isEmpty());
        Label name = new Label("On the command line");
        name.getStyleClass().addAll("muted", "small");
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setLabelFor(line);
        HBox row = new HBox(10, name, line, copy);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node foot(boolean remembered) {
        remember.setSelected(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(10, remember);
        if (remembered) {
            Button forget = Buttons.secondary("Forget", () -> {});
            forget.setAccessibleText("Forget what is remembered for files with these columns");
            forget.setOnAction(_ -> {
                actions.forget().run();
                remember.setSelected(false);
                forget.setText("Forgotten");
                forget.setDisable(true);
            });
            row.getChildren().add(forget);
        }
        Button cancel = Buttons.secondary("Cancel", actions.cancel());
        row.getChildren().addAll(gap, cancel, open);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void enable() {
        open.setDisable(!model.ready());
    }

    private void open() {
        if (model.ready()) {
            actions.open().accept(new Answer(model.choice().options(), remember.isSelected()));
        }
    }

    /// Enter opens, unless it means something to the control that has the focus.
    private void key(KeyEvent event) {
        if (event.getCode() != KeyCode.ENTER) {
            return;
        }
        switch (event.getTarget()) {
            case Button button -> button.fire();
            case ComboBox<?> box when box.isShowing() || box.isEditable() && !box.getEditor().getText().equals(box.getValue()) -> {
                return;
            }
            default -> open();
        }
        event.consume();
    }
}

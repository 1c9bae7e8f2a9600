package org.tailwright.ui.views.queueing;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tailwright.charts.Numbers;
import org.tailwright.models.queueing.QueueAnalysis;
import org.tailwright.ui.views.Inspector;

/// One input of a queue: its name, a field to type in, what it means with its unit, and for a single number a slider over a factor of eight both ways.
final class InputRow extends VBox {
    private static final double DOUBLINGS = 3;

    private final QueueingModel model;
    private final String input;
    private final TextField field = new TextField();
    private final Slider slider = new Slider(-DOUBLINGS, DOUBLINGS, 0);
    private final Label help;
    private double middle = Double.NaN;
    private boolean filling;

    InputRow(QueueingModel model, String input) {
        super(1);
        this.model = model;
        this.input = input;
        Label name = new Label(symbol(input));
        name.setLabelFor(field);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        field.setPrefWidth(118);
        field.setAccessibleText(symbol(input) + ": " + QueueAnalysis.Parameters.meaning(input));
        slider.setAccessibleText(symbol(input) + " as a factor of the number typed");
        slider.setBlockIncrement(0.1);
        help = Inspector.muted(QueueAnalysis.Parameters.meaning(input));
        HBox row = new HBox(8, name, gap, field);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, slider, help);
        field.setOnAction(_ -> typed());
        field.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                typed();
            }
        });
        slider.valueProperty().subscribe((_, value) -> moved(value.doubleValue()));
        slider.valueChangingProperty().subscribe((was, now) -> {
            if (was && !now) {
                model.type(input, field.getText());
            }
        });
    }

    private void typed() {
        String text = field.getText().strip();
        if (!filling && !text.isEmpty() && !text.equals(field.getUserData())) {
            model.type(input, text);
        }
    }

    private void moved(double doublings) {
        if (!filling && !Double.isNaN(middle)) {
            double value = middle * Math.pow(2, doublings);
            String text = whole() ? Long.toString(Math.max(1, Math.round(value))) : QueueNumbers.text(value);
            field.setText(text);
            help(text);
            if (slider.isValueChanging()) {
                model.drag(input, text);
            } else {
                model.type(input, text);
            }
        }
    }

    /// Shows a number that came from elsewhere; the slider's middle is that number unless it is being moved.
    void fill(String text) {
        if (slider.isValueChanging() || field.isFocused() && !field.getText().equals(field.getUserData())) {
            return;
        }
        filling = true;
        field.setUserData(text);
        field.setText(text);
        help(text);
        double value = number(text);
        boolean single = value > 0;
        slider.setVisible(single);
        slider.setManaged(single);
        double now = middle * Math.pow(2, slider.getValue());
        if (single && !(Math.abs(now / value - 1) < (whole() ? 0.5 / value : 1e-3))) {
            middle = value;
            slider.setValue(0);
        }
        filling = false;
    }

    private void help(String text) {
        double value = number(text);
        String meaning = QueueAnalysis.Parameters.meaning(input);
        help.setText(value > 0 && input.equals("mu") ? meaning + "; one service takes " + Numbers.duration(1e9 / value)
                : value > 0 && (input.equals("S") || input.equals("ES") || input.equals("Z") || input.equals("t")) ? meaning + ", seconds: " + Numbers.duration(value * 1e9)
                : meaning.replace("unit of time", "second"));
    }

    private boolean whole() {
        return input.equals("c") || input.equals("K") || input.equals("N");
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String symbol(String input) {
        return switch (input) {
            case "lambda" -> "λ";
            case "mu" -> "μ";
            case "theta" -> "θ";
            case "cs2" -> "cs²";
            case "ca2" -> "ca²";
            case "ES" -> "E[S]";
            case "B_max" -> "B max";
            case "service_level" -> "service level";
            default -> input;
        };
    }
}

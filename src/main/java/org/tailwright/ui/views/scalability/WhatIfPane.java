package org.tailwright.ui.views.scalability;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tailwright.charts.Numbers;
import org.tailwright.models.scalability.Usl;
import org.tailwright.models.scalability.UslResult;
import org.tailwright.ui.shell.Buttons;
import org.tailwright.ui.views.Inspector;

/// Sliders for the coefficients of the fitted law, from nothing to three times what was fitted.
final class WhatIfPane extends VBox {
    private static final double MOST = 3;

    private final ScalabilityModel model;
    private final Slider alpha = slider("Contention α");
    private final Slider beta = slider("Coherency β");
    private final Slider gamma = slider("Throughput of one γ");
    private final Label words = Inspector.muted("");

    WhatIfPane(ScalabilityModel model) {
        super(8);
        this.model = model;
        gamma.setMin(0.1);
        Button reset = Buttons.secondary("As fitted", () -> model.imagine(WhatIf.NOTHING));
        reset.setStyle("-fx-padding: 3px 10px;");
        getChildren().addAll(row("α contention", alpha, law -> Numbers.percent(law.alpha())), row("β coherency", beta, law -> Numbers.significant(law.beta(), 3)),
                row("γ throughput of one", gamma, law -> Numbers.rate(law.gamma())), words, reset);
        for (Slider each : new Slider[] {alpha, beta, gamma}) {
            each.valueProperty().subscribe(() -> model.imagine(new WhatIf(alpha.getValue(), beta.getValue(), gamma.getValue())));
        }
        model.whatIfProperty().subscribe(change -> {
            alpha.setValue(change.alpha());
            beta.setValue(change.beta());
            gamma.setValue(change.gamma());
            law().ifPresent(law -> words.setText(change.words(law)));
            reset.setDisable(change.equals(WhatIf.NOTHING));
        });
        model.latest().onAnswer(_ -> law().ifPresent(law -> words.setText(model.whatIfProperty().get().words(law))));
    }

    private Optional<Usl> law() {
        Fitted answer = model.latest().state().answer();
        return answer == null ? Optional.empty() : answer.law().map(UslResult::law);
    }

    private Node row(String title, Slider slider, Written words) {
        Label name = new Label(title);
        Label value = new Label();
        value.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Runnable show = () -> law().map(model.whatIfProperty().get()::of).ifPresent(law -> value.setText(words.of(law)));
        model.whatIfProperty().subscribe(show);
        model.latest().onAnswer(_ -> show.run());
        return new VBox(0, new HBox(name, gap, value), slider);
    }

    /// How a coefficient of a law is written.
    private interface Written {
        String of(Usl law);
    }

    private static Slider slider(String name) {
        Slider slider = new Slider(0, MOST, 1);
        slider.setAccessibleText(name + " as a factor of the fitted one");
        slider.setBlockIncrement(0.1);
        return slider;
    }
}

package org.tailwright.ui.shell;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.tailwright.charts.Numbers;
import org.tailwright.ui.jobs.Job;
import org.tailwright.ui.jobs.Jobs;

/// What runs in the background, with progress and a way to stop it. Jobs that end within a blink are not shown.
final class JobsStrip extends HBox {
    private static final Duration BLINK = Duration.millis(250);
    private static final int SHOWN = 2;

    private final Jobs jobs;
    private final Timeline later = new Timeline(new KeyFrame(BLINK, _ -> show()));

    JobsStrip(Jobs jobs) {
        super(12);
        this.jobs = jobs;
        setAlignment(Pos.CENTER);
        jobs.running().addListener((ListChangeListener<Job>) _ -> changed());
    }

    private void changed() {
        getChildren().removeIf(child -> child.getUserData() instanceof Job job && !jobs.running().contains(job));
        if (jobs.running().isEmpty()) {
            getChildren().clear();
            later.stop();
        } else {
            later.playFromStart();
        }
    }

    private void show() {
        getChildren().setAll(jobs.running().stream().limit(SHOWN).map(JobsStrip::row).toList());
        if (jobs.running().size() > SHOWN) {
            getChildren().add(new Label("and " + (jobs.running().size() - SHOWN) + " more"));
        }
    }

    private static HBox row(Job job) {
        Label title = new Label();
        title.setMinWidth(USE_PREF_SIZE);
        ProgressBar bar = new ProgressBar();
        bar.setMinWidth(84);
        bar.progressProperty().bind(job.progressProperty());
        bar.setAccessibleText(job.title());
        job.progressProperty().subscribe(share -> title.setText(
                share.doubleValue() < 0 ? job.title() : job.title() + " " + Numbers.percent(Math.rint(share.doubleValue() * 100) / 100)));
        HBox row = new HBox(7, title, bar, Buttons.icon(Icons.line(Icons.CLOSE), "Cancel " + job.title(), job::cancel));
        row.setAlignment(Pos.CENTER);
        row.setUserData(job);
        return row;
    }
}

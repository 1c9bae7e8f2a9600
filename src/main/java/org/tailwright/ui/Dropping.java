package org.tailwright.ui;

import java.io.File;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

/// Files and folders dropped anywhere on the window are opened.
final class Dropping {
    private Dropping() {}

    static void install(StackPane root, Library library) {
        root.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        root.addEventHandler(DragEvent.DRAG_ENTERED, event -> {
            if (event.getDragboard().hasFiles() && !root.getStyleClass().contains("dropping")) {
                root.getStyleClass().add("dropping");
            }
        });
        root.addEventHandler(DragEvent.DRAG_EXITED, _ -> root.getStyleClass().remove("dropping"));
        root.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            boolean files = event.getDragboard().hasFiles();
            if (files) {
                library.open(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            }
            event.setDropCompleted(files);
            event.consume();
        });
    }
}

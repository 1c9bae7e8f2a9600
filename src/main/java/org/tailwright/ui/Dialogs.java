package org.tailwright.ui;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.tailwright.ui.jobs.Jobs;

/// The one door to dialogs and the clipboard.
public final class Dialogs {
    private final Supplier<@Nullable Window> owner;
    private final Jobs jobs;
    private @Nullable File folder;

    /// @param owner the window in front
    /// @param jobs writes files that were asked for, and tells when the disk refuses
    public Dialogs(Supplier<@Nullable Window> owner, Jobs jobs) {
        this.owner = owner;
        this.jobs = jobs;
    }

    /// Puts text on the clipboard.
    public void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Puts a picture on the clipboard.
    public void copy(Image picture) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(picture);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Asks for files to open; empty when the user thinks better of it.
    public List<Path> open() {
        FileChooser chooser = chooser("Open files");
        List<File> chosen = chooser.showOpenMultipleDialog(owner.get());
        if (chosen == null || chosen.isEmpty()) {
            return List.of();
        }
        folder = chosen.getFirst().getParentFile();
        return chosen.stream().map(File::toPath).toList();
    }

    /// Asks for a folder.
    public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        File chosen = chooser.showDialog(owner.get());
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    /// Asks where to save.
    ///
    /// @param name proposed file name
    /// @param kinds pairs of words and ending, as in `HTML page`, `html`
    public Optional<Path> save(String title, String name, List<FileKind> kinds) {
        FileChooser chooser = chooser(title);
        chooser.setInitialFileName(name);
        kinds.forEach(kind -> chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind.words(), "*." + kind.ending())));
        File chosen = chooser.showSaveDialog(owner.get());
        if (chosen == null) {
            return Optional.empty();
        }
        folder = chosen.getParentFile();
        return Optional.of(chosen.toPath());
    }

    /// Asks where to save and writes there.
    public void keep(String title, String name, FileKind kind, byte[] file) {
        save(title, name, List.of(kind)).ifPresent(path -> jobs.start("writing " + path.getFileName(), _ -> Files.write(path, file), _ -> {}));
    }

    /// A kind of file that can be saved.
    public record FileKind(String words, String ending) {}

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }
}

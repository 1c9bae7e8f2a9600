package org.tailwright.ui.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.Source;
import org.tailwright.readers.text.Layout;
import org.tailwright.ui.jobs.Jobs;
import org.tailwright.ui.state.Latest;

/// What the mapping dialog shows: the choice, and what reading the beginning of the file so would give.
public final class MappingModel {
    /// A file looked at.
    ///
    /// @param layout its columns as the content suggests
    /// @param turned its columns with the first line taken the other way
    /// @param beginning held in memory
    /// @param whole whether the beginning is all of it
    public record Looked(Path file, Layout layout, Optional<Layout> turned, Source beginning, boolean whole) {
        /// Looks at a file; nothing when it has no columns.
        public static Optional<Looked> at(Path file) throws IOException {
            try (Source source = Source.of(file)) {
                Optional<Layout> layout = Layout.of(source);
                if (layout.isEmpty()) {
                    return Optional.empty();
                }
                Source beginning = source.beginning(Preview.BYTES);
                return Optional.of(new Looked(file, layout.get(), layout.get().turned(beginning), beginning, whole(source)));
            }
        }

        /// The columns with the first line taken in one of the two ways.
        Layout as(boolean header) {
            return layout.header() == header ? layout : turned.orElse(layout);
        }

        private static boolean whole(Source source) throws IOException {
            try (InputStream in = source.stream()) {
                return in.readNBytes(Preview.BYTES + 1).length <= Preview.BYTES;
            }
        }
    }

    private final Looked looked;
    private final ReadOnlyObjectWrapper<Choice> choice;
    private final Latest<ReadOptions, Preview> preview;

    /// @param said what was said before, if anything
    /// @param zone of times that name none, unless something else was said
    public MappingModel(Looked looked, Optional<ReadOptions> said, ZoneId zone, Jobs jobs) {
        this.looked = looked;
        this.preview = new Latest<>(jobs, "trying the mapping", (options, work) -> Preview.of(looked.beginning(), looked.whole(), options, work));
        this.choice = new ReadOnlyObjectWrapper<>(said.map(options -> Choice.of(looked.as(Layout.header(options).orElse(looked.layout().header())), options)).orElseGet(() -> Choice.proposed(looked.layout(), zone)));
        choice.subscribe(now -> preview.ask(now.complaint().isEmpty() ? now.options() : null));
    }

    /// The file.
    public Looked looked() {
        return looked;
    }

    /// What is chosen, for observing.
    public ReadOnlyObjectProperty<Choice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /// What is chosen.
    public Choice choice() {
        return choice.get();
    }

    /// Chooses otherwise.
    public void choose(UnaryOperator<Choice> change) {
        choice.set(change.apply(choice.get()));
    }

    /// What would be read.
    public Latest<ReadOptions, Preview> preview() {
        return preview;
    }

    /// Whether the file can be opened so: the choice is complete, and its preview, where there is one already, found something.
    public boolean ready() {
        Preview found = preview.state().answer();
        return choice().complaint().isEmpty() && (preview.state().stale() || found == null || found.refusal().isEmpty());
    }
}

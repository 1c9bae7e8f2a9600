package org.tailwright.ui.jobs;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.tailwright.readers.UnreadableFile;

/// Why a job did not end well, for people.
///
/// @param title what was being done ("reading results.jtl")
/// @param sentence what is wrong, in one sentence
/// @param details everything for a bug report; only shown on request
/// @param ours whether the fault is in Tailwright and not in the file or the question
public record Failure(String title, String sentence, String details, boolean ours) {
    /// Sorts a throwable into the user's file, the user's question, or our bug.
    public static Failure of(String title, Throwable cause) {
        return switch (cause) {
            case UnreadableFile file -> new Failure(title, file.line(), file.line(), false);
            case NoSuchFileException file -> known(title, file, "there is no file " + file.getFile());
            case AccessDeniedException file -> known(title, file, "the file " + file.getFile() + " may not be read");
            case FileSystemException file -> known(title, file, "the file " + file.getFile() + " cannot be used: " + file.getReason());
            case IOException io -> known(title, io, io.getMessage() == null ? "the file could not be read" : io.getMessage());
            case IllegalArgumentException wrong when wrong.getMessage() != null -> known(title, wrong, wrong.getMessage());
            case OutOfMemoryError memory -> known(title, memory, "not enough memory; start with a larger -Xmx or open fewer files");
            default -> new Failure(title, "this is a fault in Tailwright (" + cause.getClass().getSimpleName()
                    + "); the details help to mend it", trace(cause), true);
        };
    }

    /// Title and sentence in one line.
    public String line() {
        return title.isEmpty() ? sentence : title + ": " + sentence;
    }

    private static Failure known(String title, Throwable cause, String sentence) {
        return new Failure(title, sentence, trace(cause), false);
    }

    private static String trace(Throwable cause) {
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}

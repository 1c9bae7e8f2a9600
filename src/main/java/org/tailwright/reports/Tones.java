package org.tailwright.reports;

import java.util.Locale;

/// How tones and levels look in the media that have no charts' palette.
final class Tones {
    private Tones() {}

    /// The tone of a verdict.
    static Block.Tone of(Verdict.Level level) {
        return switch (level) {
            case BREACH, RISK -> Block.Tone.BAD;
            case WATCH -> Block.Tone.WATCH;
            case CANNOT_TELL -> Block.Tone.MUTED;
            case HOLDS -> Block.Tone.GOOD;
        };
    }

    /// A sign that stands for a tone without colour.
    static String mark(Block.Tone tone) {
        return switch (tone) {
            case PLAIN, MUTED -> "·";
            case GOOD -> "✓";
            case WATCH -> "△";
            case BAD -> "✗";
        };
    }

    /// In words, for readers who see neither colour nor sign.
    static String words(Block.Tone tone) {
        return switch (tone) {
            case PLAIN, MUTED -> "note";
            case GOOD -> "good";
            case WATCH -> "to be watched";
            case BAD -> "bad";
        };
    }

    /// ANSI colour, empty for none.
    static String ansi(Block.Tone tone) {
        return switch (tone) {
            case PLAIN -> "";
            case MUTED -> "2";
            case GOOD -> "32";
            case WATCH -> "33";
            case BAD -> "31";
        };
    }

    /// Class in the style sheet of the page.
    static String css(Block.Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT);
    }
}

package org.tailwright.models.scalability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tailwright.charts.Numbers;
import org.tailwright.charts.Quantity;
import org.tailwright.data.LoadPoints;
import org.tailwright.models.scalability.UslResult.Note;
import org.tailwright.reports.Block.Tone;

/// What may be concluded from a fitted law, in sentences.
///
/// @param axis what the load counts
/// @param blocks of the steps that were fitted
record UslNotes(UslFit fit, LoadPoints.Axis axis, Optional<StepBlocks> blocks) {
    private static final double LEVEL = 0.05;
    private static final double NEARLY = 0.9;
    private static final double ALIKE = 0.3;

    List<Note> of(List<UslResult.PeakInterval> peaks, @Nullable ModelChoice choice) {
        List<Note> notes = new ArrayList<>();
        notes.add(peak(fit, peaks, choice));
        if (choice != null) {
            notes.add(choice(choice));
        }
        superlinear(fit).ifPresent(notes::add);
        nearlyLinear(fit).ifPresent(notes::add);
        points(fit).ifPresent(notes::add);
        Influence.next(fit).ifPresent(each -> notes.add(next(fit, each)));
        LackOfFit.of(fit).ifPresent(test -> notes.add(lackOfFit(test, "the points", "of repeats")));
        blocks.flatMap(each -> LackOfFit.of(fit, each)).ifPresent(test -> notes.add(lackOfFit(test, "the steps", "of blocks of time inside the steps")));
        blocks.filter(each -> each.likeness() > ALIKE).ifPresent(each -> notes.add(new Note(Tone.WATCH, "Neighbouring blocks of time are alike",
                "Their correlation is " + number(each.likeness()) + ": throughput wanders longer than a " + StepBlocks.BLOCKS + "th of a step, so intervals from blocks are too narrow. Longer steps would tell.")));
        if (!fit.form().normalised() && fit.measured().lowestLoad() > 1) {
            notes.add(new Note(Tone.MUTED, "γ is extrapolated", "The lowest load measured is " + load(fit.measured().lowestLoad())
                    + "; γ, the throughput at load 1, and with it α rest on the law alone."));
        }
        notes.add(new Note(Tone.MUTED, "What the coefficients mean", "α and β behave like contention and coherency; the fit does not show their"
                + " causes. " + axis(axis) + " The peak is not the capacity: that is the highest load whose p99 interval stays under the"
                + " objective."));
        return notes;
    }

    private static Note peak(UslFit fit, List<UslResult.PeakInterval> peaks, @Nullable ModelChoice choice) {
        double highest = fit.measured().highestLoad();
        String range = "The loads measured end at " + load(highest) + ".";
        if (!fit.form().coherency()) {
            return new Note(Tone.MUTED, "Amdahl's law has no peak", "With β = 0 throughput rises towards a ceiling for ever. " + range);
        }
        if (fit.law().beta() <= 0) {
            String bent = fit.law().beta() < 0 ? "β is negative (" + number(fit.law().beta()) + "): the curve bends upwards at high load, which"
                    + " no system keeps up; read it as β = 0, or ask with --bounded. " : "β is at its bound 0. ";
            return new Note(Tone.WATCH, "No peak", bent + range);
        }
        if (!fit.coherencyClear()) {
            return new Note(Tone.WATCH, "β is not distinguishable from 0: peak unknown",
                    "The 95 % interval of β holds 0, so the data allow throughput to rise for ever. " + range
                            + " Higher loads would decide.");
        }
        double at = fit.law().peakLoad().orElse(Double.NaN);
        Optional<Double> high = peaks.stream().findFirst().map(UslResult.PeakInterval::high);
        if (at > highest) {
            return new Note(Tone.WATCH, "The peak lies beyond the measured range", "The law puts it at load " + number(at) + ", but measured was up to "
                    + load(highest) + ". That is extrapolation.");
        }
        boolean tested = choice != null && choice.p() < LEVEL;
        boolean inside = high.isPresent() && high.get() <= highest;
        return tested && inside
                ? new Note(Tone.GOOD, "The data support a peak inside the measured range", "β > 0 by the F test, " + Numbers.pValue(choice.p())
                        + ", and the interval of the peak ends at or below load " + load(highest) + ".")
                : new Note(Tone.WATCH, "The peak is inside the measured range, but not secured",
                        "Its interval reaches beyond load " + load(highest) + ", or β > 0 is not significant.");
    }

    private static Note choice(ModelChoice choice) {
        String numbers = "F(1, " + (choice.n() - 3) + ") = " + number(choice.f()) + ", " + Numbers.pValue(choice.p())
                + " (halved: β ≥ 0 puts the null on the boundary); AICc "
                + (Double.isNaN(choice.difference()) ? "is undefined for " + choice.n() + " points"
                        : "prefers " + (choice.difference() > 0 ? "Amdahl" : "the USL") + " by " + number(Math.abs(choice.difference())))
                + (choice.n() < ModelChoice.FEW ? ", rough below " + ModelChoice.FEW + " points (here " + choice.n() + ")" : "") + ".";
        return switch (choice.answer()) {
            case USL -> new Note(Tone.GOOD, "The data prefer the USL to Amdahl's law", numbers);
            case AMDAHL -> new Note(Tone.PLAIN, "The data do not need β: Amdahl's law suffices", numbers);
            case CANNOT_CHOOSE -> new Note(Tone.WATCH, "Cannot choose between the USL and Amdahl's law", "The criteria do not agree. " + numbers);
        };
    }

    private static Optional<Note> superlinear(UslFit fit) {
        Measured points = fit.measured();
        double most = 0;
        for (int i = 0; i < points.size(); i++) {
            most = Math.max(most, points.throughputs()[i] / (fit.law().gamma() * points.loads()[i]));
        }
        boolean negative = fit.law().alpha() < 0;
        return negative ? Optional.of(new Note(Tone.WATCH, "Superlinear", "α is negative (" + number(fit.law().alpha())
                + "): throughput grows faster than load, up to " + Numbers.percent(most) + " of γN. Caches, a cold first step or a load"
                + " generator that was the limit look like this; check the lowest loads.")) : Optional.empty();
    }

    private static Optional<Note> nearlyLinear(UslFit fit) {
        double half = fit.halfWidth(UslFit.Coefficient.ALPHA).orElse(Double.NaN);
        boolean contention = Math.abs(fit.law().alpha()) > half;
        boolean small = fit.law().efficiency(fit.measured().highestLoad()) > NEARLY;
        return contention || fit.coherencyClear() || !small ? Optional.empty() : Optional.of(new Note(Tone.PLAIN, "Nearly linear up to the highest load",
                "Neither α nor β is distinguishable from 0 and " + Numbers.percent(fit.law().efficiency(fit.measured().highestLoad())) + " of γN is kept at load "
                        + load(fit.measured().highestLoad()) + ": where it will bend cannot be told from these loads."));
    }

    private static Optional<Note> points(UslFit fit) {
        Influence influence = Influence.of(fit);
        List<String> parts = new ArrayList<>();
        for (int i : influence.outliers(fit)) {
            parts.add("load " + load(fit.measured().loads()[i]) + " lies off the law of the others (studentized residual " + number(influence.studentized()[i]) + ")");
        }
        boolean off = !parts.isEmpty();
        for (int i : influence.steering(fit)) {
            parts.add("load " + load(fit.measured().loads()[i]) + " steers the law (leverage " + number(influence.leverages()[i]) + ")");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Note(off ? Tone.WATCH : Tone.MUTED, off ? "A point does not belong to the law of the others" : "Some points steer the law",
                String.join("; ", parts) + "."));
    }

    private static Note next(UslFit fit, Influence.Next next) {
        String range = next.load() > fit.measured().highestLoad() ? " That is beyond the measured range." : "";
        return new Note(Tone.PLAIN, "Measure load " + load(next.load()) + " next", (next.peak() ? "Of one further point it would narrow the interval of the peak most" : "Of one further point it would tell most about β")
                + ", from a width of " + number(next.widthNow()) + " to about " + number(next.widthThen()) + " (delta method, with the scatter as it is)." + range);
    }

    private static Note lackOfFit(LackOfFit test, String what, String scatter) {
        String numbers = "F(" + test.between() + ", " + test.within() + ") = " + number(test.f()) + ", " + Numbers.pValue(test.p())
                + " against the scatter " + scatter + ".";
        return test.p() < LEVEL
                ? new Note(Tone.WATCH, "The law misses " + what + " by more than they scatter", "They bend otherwise than the law does: " + numbers
                        + " Intervals from that scatter alone are too narrow then.")
                : new Note(Tone.GOOD, "No lack of fit seen in " + what, numbers);
    }

    private static String axis(LoadPoints.Axis axis) {
        return switch (axis) {
            case USERS -> "The load counts users: this law says nothing about how many servers are needed.";
            case WORKERS -> "The load counts workers: this law says nothing about how many servers are needed.";
            case NODES -> "The load counts servers: how many are needed can be drawn from this law (scaling: data).";
            case UNKNOWN -> "What the load counts is not known: a law in users says nothing about servers. If it counts servers, read the file with --unit load=servers.";
        };
    }

    private static String load(double value) {
        return Quantity.COUNT.format(value);
    }

    private static String number(double value) {
        return Numbers.number(value);
    }
}

package org.tailwright.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// What one run does. The same arguments are given to all three processes, so that they agree.
///
/// @param out              folder for the recordings
/// @param seed             seed of arrivals, request mix, holding times, level order and incident position
/// @param brief            about 80 seconds in total instead of about 11 minutes
/// @param calm             no incident
/// @param incidentStart    seconds from the start of the open loop
/// @param incidentSeconds  length of the incident
public record Plan(Path out, long seed, boolean brief, boolean calm, int incidentStart, int incidentSeconds) {
    private static final int UNSET = -1;

    /// Users per level of the staircase.
    public static final List<Integer> LEVELS = List.of(1, 2, 4, 8, 16, 32, 48, 64);

    /// How often each level is measured.
    public static final int REPETITIONS = 3;

    public Plan {
        int length = openLoopSeconds(brief);
        if (!calm && (incidentStart < 0 || incidentSeconds < 1 || incidentStart + incidentSeconds > length)) {
            throw new IllegalArgumentException("the incident must lie inside the open loop of " + length
                    + " s, but starts at " + incidentStart + " s and lasts " + incidentSeconds
                    + " s; change --incident-start or --incident-seconds");
        }
    }

    /// Reads the command line; positions that are not given are drawn from the seed.
    public static Plan parse(String[] arguments) {
        Path out = Path.of("target", "checkout");
        long seed = 20261122;
        boolean brief = false;
        boolean calm = false;
        int start = UNSET;
        int seconds = UNSET;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--short" -> brief = true;
                case "--calm" -> calm = true;
                case "--out" -> out = Path.of(value(arguments, ++i));
                case "--seed" -> seed = number(arguments, ++i);
                case "--incident-start" -> start = Math.toIntExact(number(arguments, ++i));
                case "--incident-seconds" -> seconds = Math.toIntExact(number(arguments, ++i));
                default -> throw new IllegalArgumentException("unknown option " + arguments[i]
                        + "; known: --out --seed --short --calm --incident-start --incident-seconds");
            }
        }
        var random = new SplittableRandom(seed);
        int drawnStart = brief ? random.nextInt(12, 18) : random.nextInt(80, 150);
        int drawnSeconds = brief ? random.nextInt(10, 15) : random.nextInt(60, 121);
        return new Plan(out, seed, brief, calm, start == UNSET ? drawnStart : start,
                seconds == UNSET ? drawnSeconds : seconds);
    }

    /// The same plan as arguments for a child process.
    public List<String> arguments() {
        var list = new ArrayList<>(List.of("--out", out.toString(), "--seed", Long.toString(seed),
                "--incident-start", Integer.toString(incidentStart),
                "--incident-seconds", Integer.toString(incidentSeconds)));
        if (brief) {
            list.add("--short");
        }
        if (calm) {
            list.add("--calm");
        }
        return list;
    }

    /// Seconds of load before anything is recorded.
    public int warmUpSeconds() {
        return brief ? 3 : 20;
    }

    /// A step of the staircase lasts at least this long …
    public double stepSeconds() {
        return brief ? 1.0 : 10;
    }

    /// … and has at least this many requests: 1,200 leave room above the 368 independent ones that p99 needs.
    public int stepRequests() {
        return brief ? 40 : 1200;
    }

    /// Load without recording at the start of each step, so that the step starts in its steady state.
    public double settleSeconds() {
        return brief ? 0.2 : 1;
    }

    /// No load at all between the staircase and the open loop.
    public int gapSeconds() {
        return brief ? 2 : 10;
    }

    /// Length of the open loop.
    public int openLoopSeconds() {
        return openLoopSeconds(brief);
    }

    private static int openLoopSeconds(boolean brief) {
        return brief ? 40 : 300;
    }

    private static long number(String[] arguments, int i) {
        try {
            return Long.parseLong(value(arguments, i));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(arguments[i - 1] + " needs a whole number, not " + arguments[i], e);
        }
    }

    private static String value(String[] arguments, int i) {
        if (i >= arguments.length) {
            throw new IllegalArgumentException(arguments[i - 1] + " needs a value");
        }
        return arguments[i];
    }
}

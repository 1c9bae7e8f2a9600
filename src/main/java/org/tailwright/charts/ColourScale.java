package org.tailwright.charts;

/// How the count of a heat map's cell becomes one of twelve steps. Zero is always blank.
public enum ColourScale {
    LINEAR("count"),
    SQRT("√ count"),
    LOG("log count");

    private final String title;

    ColourScale(String title) {
        this.title = title;
    }

    /// Words for a legend.
    public String title() {
        return title;
    }

    /// Step 0 to 11 of a count of at least 1 where the largest is `most`; −1 for 0.
    public int step(long count, long most) {
        if (count <= 0) {
            return -1;
        }
        if (most <= 1) {
            return Role.HEAT_STEPS - 1;
        }
        double share = (bent(count) - bent(1)) / (bent(most) - bent(1));
        return (int) Math.min(Role.HEAT_STEPS - 1, Math.floor(share * Role.HEAT_STEPS));
    }

    /// Smallest count that falls into a step.
    public long lowest(int step, long most) {
        if (step <= 0 || most <= 1) {
            return 1;
        }
        double bent = bent(1) + (bent(most) - bent(1)) * step / Role.HEAT_STEPS;
        long guess = Math.max(1, (long) Math.floor(straight(bent)) - 1);
        while (guess < most && step(guess, most) < step) {
            guess++;
        }
        return guess;
    }

    private double bent(double count) {
        return switch (this) {
            case LINEAR -> count;
            case SQRT -> Math.sqrt(count);
            case LOG -> Math.log(count);
        };
    }

    private double straight(double bent) {
        return switch (this) {
            case LINEAR -> bent;
            case SQRT -> bent * bent;
            case LOG -> Math.exp(bent);
        };
    }
}

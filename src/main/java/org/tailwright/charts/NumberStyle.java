package org.tailwright.charts;

/// How people want digits grouped and the decimals parted.
public enum NumberStyle {
    COMMA_GROUPS("1,234.5", ",", "."),
    SPACE_GROUPS("1 234,5", "\u202f", ","),
    POINT_GROUPS("1.234,5", ".", ","),
    NO_GROUPS("1234.5", "", ".");

    private final String example;
    private final String group;
    private final String decimal;

    NumberStyle(String example, String group, String decimal) {
        this.example = example;
        this.group = group;
        this.decimal = decimal;
    }

    /// A number written so: "1,234.5".
    public String example() {
        return example;
    }

    String group() {
        return group;
    }

    String decimal() {
        return decimal;
    }

    /// What parts two numbers of an interval, so that no comma between them is taken for a decimal one.
    String between() {
        return decimal.equals(",") ? "; " : ", ";
    }
}

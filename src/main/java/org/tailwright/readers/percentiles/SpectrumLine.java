package org.tailwright.readers.percentiles;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lines of HdrHistogram's printed percentile distribution, which other tools print inside their own output.
public final class SpectrumLine {
    private static final String NUMBER = "([0-9]{1,12}(?:\\.[0-9]{1,9})?)";
    private static final Pattern TITLE = Pattern.compile("\\s*\"?Value(?:\\((\\w+)\\))?\"?[\\s,]+\"?Percentile\"?[\\s,]+\"?TotalCount\"?[\\s,]+\"?1/\\(1-Percentile\\)\"?\\s*");
    private static final Pattern ROW = Pattern.compile("\\s*" + NUMBER + "[\\s,]+([01](?:\\.[0-9]{1,18})?)[\\s,]+([0-9]{1,15})(?:[\\s,]+\\S+)?\\s*");
    private static final Pattern MEAN = Pattern.compile("\\s*#\\[Mean\\s*=\\s*" + NUMBER + ", StdDeviation.*");
    private static final Pattern TOP = Pattern.compile("\\s*#\\[Max\\s*=\\s*" + NUMBER + ", Total count\\s*=\\s*([0-9]{1,18})]\\s*");

    private SpectrumLine() {}

    /// One point.
    ///
    /// @param value in the unit in which it was printed
    /// @param share percentile from 0 to 1
    /// @param total number of values up to it
    public record Row(double value, double share, long total) {}

    /// The footer's largest value and number of values.
    public record Top(double max, long count) {}

    /// Whether `line` is the title of the columns.
    public static boolean isTitle(String line) {
        return TITLE.matcher(line).matches();
    }

    /// The unit that the title of the columns names; empty where it names none.
    public static String unit(String title) {
        Matcher match = TITLE.matcher(title);
        return match.matches() && match.group(1) != null ? match.group(1) : "";
    }

    /// The point in a line, if it is one.
    public static Optional<Row> row(String line) {
        Matcher match = ROW.matcher(line);
        return match.matches() ? Optional.of(new Row(Double.parseDouble(match.group(1)), Double.parseDouble(match.group(2)), Long.parseLong(match.group(3))))
                .filter(row -> row.share() <= 1) : Optional.empty();
    }

    /// The mean in a footer line, NaN in any other.
    public static double mean(String line) {
        Matcher match = MEAN.matcher(line);
        return match.matches() ? Double.parseDouble(match.group(1)) : Double.NaN;
    }

    /// The largest value in a footer line, if it is that.
    public static Optional<Top> top(String line) {
        Matcher match = TOP.matcher(line);
        return match.matches() ? Optional.of(new Top(Double.parseDouble(match.group(1)), Long.parseLong(match.group(2)))) : Optional.empty();
    }
}

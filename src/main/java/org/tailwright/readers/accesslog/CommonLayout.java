package org.tailwright.readers.accesslog;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tailwright.readers.text.Units;

/// What stands behind the bytes of a common or combined line, judged from the first lines of a file.
///
/// @param producer who writes such lines
/// @param duration place of the duration behind the bytes, -1 when there is none
/// @param upstream place of the upstream time, -1 when there is none
/// @param unitNanos unit of numbers without one of their own
/// @param assumed what was taken for granted, or empty
record CommonLayout(Producer producer, int duration, int upstream, long unitNanos, String assumed) {
    /// Who writes the lines, and what their time stamp marks.
    enum Producer {
        INGRESS("nginx ingress", true), NGINX("nginx", true), APACHE("Apache", false), TRAEFIK("Traefik", false), PLAIN("common or combined format", true);

        final String words;
        final boolean ends;

        Producer(String words, boolean ends) {
            this.words = words;
            this.ends = ends;
        }
    }

    /// Names that stand before `=` for the whole time, in custom formats of nginx.
    static final Set<String> DURATIONS = Set.of("rt", "request_time", "reqtime", "duration", "time", "took", "rtime", "response_time", "latency");
    /// Names that stand before `=` for the time of the server behind nginx.
    static final Set<String> UPSTREAMS = Set.of("urt", "upstream_response_time", "upstream_time", "ut", "upstream");

    private static final long SECOND = 1_000_000_000L;
    private static final CommonLayout NONE = new CommonLayout(Producer.PLAIN, -1, -1, 1, "");

    /// Judges the fields behind the bytes of the first lines.
    ///
    /// @param tails those fields, line by line, as they were written
    /// @param bytes the bytes of each line
    /// @param said unit that the user gave, or null
    static CommonLayout of(List<List<String>> tails, List<String> bytes, @Nullable String said) {
        int[] sizes = tails.stream().mapToInt(List::size).sorted().toArray();
        int least = sizes.length == 0 ? 0 : sizes[sizes.length / 4];
        if (least == 0) {
            return NONE;
        }
        int[] whole = IntStream.range(0, tails.size()).filter(i -> tails.get(i).size() >= least).toArray();
        return judged(Arrays.stream(whole).mapToObj(tails::get).toList(), Arrays.stream(whole).mapToObj(bytes::get).toList(), least, said);
    }

    private static CommonLayout judged(List<List<String>> tails, List<String> bytes, int least, @Nullable String said) {
        long unit = said != null && Units.nanos(said).isPresent() ? Units.nanos(said).getAsLong() : 0;
        if (least >= 8 && all(tails, 2, CommonLayout::count) && all(tails, 3, CommonLayout::decimals) && tails.stream().allMatch(each -> each.get(4).startsWith("["))) {
            return new CommonLayout(Producer.INGRESS, 3, -1, unit == 0 ? SECOND : unit, "");
        }
        int named = first(tails, least, each -> DURATIONS.contains(name(each)));
        if (named >= 0) {
            boolean fraction = tails.stream().anyMatch(each -> CommonLine.value(each.get(named)).indexOf('.') >= 0);
            return new CommonLayout(Producer.NGINX, named, first(tails, least, each -> UPSTREAMS.contains(name(each))), unit == 0 ? SECOND : unit,
                    fraction || unit > 0 ? "" : "numbers behind " + name(tails.getFirst().get(named)) + "= are taken as seconds");
        }
        int suffixed = first(tails, least, CommonLayout::suffixed);
        if (suffixed >= 0) {
            return new CommonLayout(Producer.TRAEFIK, suffixed, -1, 1_000_000, "");
        }
        int decimal = first(tails, least, CommonLayout::decimals);
        if (decimal >= 0) {
            int next = decimal + 1 < least && all(tails, decimal + 1, CommonLayout::decimals) ? decimal + 1 : -1;
            return new CommonLayout(Producer.NGINX, decimal, next, unit == 0 ? SECOND : unit, unit > 0 ? ""
                    : "the number with three decimals behind the bytes is taken as nginx's request_time in seconds");
        }
        return apache(tails, bytes, least, unit);
    }

    /// Whole numbers: `%T/%D`, `%I %O` of combinedio, or a single duration whose unit follows from its size.
    private static CommonLayout apache(List<List<String>> tails, List<String> bytes, int least, long said) {
        int pair = first(tails, least, each -> each.matches("\\d{1,9}/\\d{1,18}"));
        if (pair >= 0) {
            return new CommonLayout(Producer.APACHE, pair, -1, 1000, "the pair of numbers is taken as %T/%D: seconds and microseconds");
        }
        int[] counts = IntStream.range(0, least).filter(i -> all(tails, i, CommonLayout::count)).toArray();
        if (counts.length == 0) {
            return NONE;
        }
        boolean io = counts.length == 2 && IntStream.range(0, tails.size()).allMatch(i -> {
            double sent = Decimal.number(tails.get(i).get(counts[1]));
            return Decimal.number(tails.get(i).get(counts[0])) >= 16 && sent >= Math.max(16, nonNumber(Decimal.number(bytes.get(i))));
        });
        if (io && said == 0) {
            return new CommonLayout(Producer.PLAIN, -1, -1, 1, "the two numbers at the end are taken as bytes received and sent (%I %O)");
        }
        int last = counts[counts.length - 1];
        double[] values = tails.stream().mapToDouble(each -> Decimal.number(each.get(last))).filter(each -> !Double.isNaN(each)).sorted().toArray();
        double median = values.length == 0 ? 0 : values[values.length / 2];
        long unit = said > 0 ? said : median < 10 ? SECOND : median < 1000 ? 1_000_000 : 1000;
        String name = unit == SECOND ? "seconds (%T)" : unit == 1000 ? "microseconds (%D)" : "milliseconds (%{ms}T)";
        return new CommonLayout(Producer.APACHE, last, -1, unit, said > 0 ? "" : "the whole number behind the bytes is taken as the time in " + name
                + ", judged by its size (median " + Math.round(median) + "); --unit duration=us says it instead");
    }

    private static double nonNumber(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private interface Test {
        boolean holds(String field);
    }

    /// Whether nearly all lines have such a field there; a damaged line among many decides nothing.
    private static boolean all(List<List<String>> tails, int place, Test test) {
        long holding = tails.stream().filter(each -> test.holds(each.get(place))).count();
        long absent = tails.stream().filter(each -> each.get(place).equals("-")).count();
        return holding > 0 && tails.size() - holding - absent <= tails.size() / 50;
    }

    private static int first(List<List<String>> tails, int least, Test test) {
        return IntStream.range(0, least).filter(i -> all(tails, i, test)).findFirst().orElse(-1);
    }

    private static boolean count(String text) {
        return Decimal.whole(text) && text.length() < 19;
    }

    private static boolean decimals(String text) {
        return text.matches("\\d{1,9}\\.\\d{1,9}");
    }

    private static boolean suffixed(String text) {
        return text.matches("\\d{1,12}(\\.\\d{1,9})?(ns|us|µs|ms|s)");
    }

    /// What stands before `=`.
    static String name(String field) {
        int equals = field.indexOf('=');
        return equals < 0 ? "" : field.substring(0, equals);
    }
}

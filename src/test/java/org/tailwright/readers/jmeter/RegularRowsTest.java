package org.tailwright.readers.jmeter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tailwright.data.Column;
import org.tailwright.data.Flags;
import org.tailwright.data.Longs;
import org.tailwright.data.Table;
import org.tailwright.data.Texts;
import org.tailwright.readers.Head;
import org.tailwright.work.Seeds;

/// The scanner of runs of usual records against the one that reads every record by itself: the same rows, texts, problems and lines, whatever
/// stands in the file.
class RegularRowsTest {
    private static final String HEADER = "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,bytes,allThreads,Latency,note";

    private static String outcome(byte[] content, boolean fast) {
        Layout layout = Layout.of(new Head("x", content, true)).orElseThrow();
        Plan plan = Plan.of(layout, null, 1_700_000_000_000L);
        byte[] window = new byte[Scanner.BEFORE + content.length + Scanner.SLACK];
        Arrays.fill(window, (byte) '\n');
        System.arraycopy(content, 0, window, Scanner.BEFORE, content.length);
        int begin = Scanner.BEFORE;
        while (begin < Scanner.BEFORE + content.length && window[begin] != '\n') {
            begin++;
        }
        int end = Scanner.BEFORE + content.length;
        Scanner scanner = new Scanner(plan, fast);
        int stopped = scanner.parse(window, Math.min(begin + 1, end), end, end, true);
        return rows(plan, scanner.samples, scanner) + rows(plan, scanner.transactions, scanner) + "stopped " + stopped + " lines " + scanner.lines
                + " skipped " + scanner.skipped + " " + scanner.diagnostics.first();
    }

    private static String rows(Plan plan, JtlRows rows, Scanner scanner) {
        JtlTable joined = new JtlTable(plan);
        joined.append(rows, scanner.dictionaries(), false);
        Table table = joined.table();
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < table.rows(); row++) {
            for (Map.Entry<String, Column> each : table.columns().entrySet()) {
                text.append(each.getKey()).append('=').append(each.getValue().missing(row) ? "-" : cell(each.getValue(), row)).append(' ');
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String cell(Column column, int row) {
        return switch (column) {
            case Longs longs -> Long.toString(longs.at(row));
            case Texts texts -> texts.at(row);
            case Flags flags -> Boolean.toString(flags.at(row));
            case org.tailwright.data.Doubles doubles -> Double.toString(doubles.at(row));
        };
    }

    private static <T> T one(RandomGenerator random, List<T> usual, List<T> odd) {
        List<T> from = random.nextInt(20) == 0 ? odd : usual;
        return from.get(random.nextInt(from.size()));
    }

    private static String generated(int rows, long seed) {
        RandomGenerator random = Seeds.stream(seed, "rows", 0);
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        String end = random.nextBoolean() ? "\n" : "\r\n";
        for (int i = 0; i < rows; i++) {
            boolean transaction = random.nextInt(30) == 0;
            text.append(one(random, List.of("17000000" + (10_000 + i)), List.of("1700000", "\"1700000000001\"", "170000000000000000", "x", "", "9999999999999")))
                    .append(',').append(one(random, List.of("5", "12", "1234", "00000007"), List.of("", "123456789", "4000000000001", "\"9\"", "-1", " 5")))
                    .append(',').append(one(random, List.of("Home", "Log in and wait", "a label of more than thirty-two bytes, no: semicolon;".replace(",", "")),
                            List.of("", "\"a, b\"", "\"say \"\"x\"\"\"", "\"two\nlines\"", "12345678", "123456789", "it's 5\" wide", "Über", "\"open")))
                    .append(',').append(one(random, List.of("200", "404"), List.of("", "Non HTTP response code: java.net.SocketException")))
                    .append(',').append(transaction ? "\"Number of samples in transaction : 2, number of failing samples : 0\""
                            : one(random, List.of("OK", ""), List.of("Not Found", "No", "Number of samples in transaction : 1")))
                    .append(",Group 1-").append(random.nextInt(20)).append(',').append(one(random, List.of("text"), List.of("", "bin")))
                    .append(',').append(one(random, List.of("true", "false"), List.of("TRUE", "False", "yes", "", "\"true\"")))
                    .append(',').append(one(random, List.of("77", "12345678"), List.of("", "123456789", "5000000000", "12345678901234567", "n/a")))
                    .append(',').append(one(random, List.of("7"), List.of(""))).append(',').append(one(random, List.of("3", "44"), List.of("", "null")))
                    .append(random.nextInt(60) == 0 ? "" : ",n").append(random.nextInt(60) == 0 ? ",surplus" : "").append(end)
                    .append(random.nextInt(60) == 0 ? end : "");
        }
        return random.nextBoolean() ? text.toString() : text.toString().stripTrailing();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 40, 2_000})
    void bothGiveTheSame(int rows) {
        long kept = 0;
        for (int seed = 0; seed < Math.max(4, 4_000 / rows); seed++) {
            byte[] content = generated(rows, seed).getBytes(StandardCharsets.UTF_8);
            String careful = outcome(content, false);
            assertEquals(careful, outcome(content, true), "seed " + seed);
            kept += careful.lines().count() - 1;
        }
        assertTrue(kept > 1000, kept + " rows");
    }

    @Test
    void bothGiveTheSameOfDamagedFiles() {
        byte[] whole = generated(60, 5).getBytes(StandardCharsets.UTF_8);
        RandomGenerator random = Seeds.stream(5, "damage", 0);
        byte[] likely = "\",\n\r0123456789 tfN\u00e9".getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 3000; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i <= round % 4; i++) {
                damaged[HEADER.length() + random.nextInt(damaged.length - HEADER.length())] = likely[random.nextInt(likely.length)];
            }
            assertEquals(outcome(damaged, false), outcome(damaged, true), "round " + round);
        }
    }

    @Test
    void aStrayQuoteCostsItsLineOnly() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (int i = 0; i < 500; i++) {
            text.append(1_700_000_000_000L + i).append(",5,").append(i == 7 ? "\"Home" : "Home").append(",200,OK,T 1-1,text,true,1,1,4,x\n");
        }
        String outcome = outcome(text.toString().getBytes(StandardCharsets.UTF_8), true);
        assertEquals(499, outcome.lines().filter(each -> each.startsWith("start=")).count());
        assertTrue(outcome.contains("skipped 1 "), outcome.lines().reduce((a, b) -> b).orElse(""));
        assertTrue(outcome.contains("line=8,"), outcome.lines().reduce((a, b) -> b).orElse(""));
    }
}

package org.tailwright.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final double NAN = Double.NaN;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "182e6 | 182 ms", "182.4e6 | 182 ms", "1.534e9 | 1.53 s", "30.96e6 | 31.0 ms", "0 | 0 ms", "1 | 1.00 ns", "999.4 | 999 ns",
        "999.6 | 1.00 µs", "999600000 | 1.00 s", "75.25e9 | 75.3 s", "125e9 | 2 min 5 s", "120e9 | 2 min", "12000e9 | 3 h 20 min",
        "187200e9 | 2 d 4 h", "-182e6 | −182 ms", "1234 | 1.23 µs"
    })
    void durations(double nanos, String text) {
        assertEquals(text, plain(Numbers.duration(nanos)));
    }

    @Test
    void theWindowMayWriteAsItsUserPrefers() {
        try {
            Writing.use(new Writing(NumberStyle.SPACE_GROUPS, Optional.of(DurationUnit.MILLISECONDS)));
            assertEquals("1\u202f530 ms [1\u202f412; 1\u202f700]", plain(Numbers.duration(1.53e9, 1.412e9, 1.70e9)));
            assertEquals("0,0277", Numbers.number(0.0277));
            assertEquals("1,04e−4".replace("−", "-"), Numbers.number(1.04e-4).replace("−", "-"));
            assertEquals("99,953 %", plain(Numbers.percent(0.99953)));
            Writing.use(new Writing(NumberStyle.NO_GROUPS, Optional.empty()));
            assertEquals("12345", Numbers.count(12_345));
        } finally {
            Writing.use(Writing.USUAL);
        }
        assertEquals("12,345", Numbers.count(12_345));
    }

    @Test
    void durationsWithIntervals() {
        assertEquals("< 0.001 ns", plain(Numbers.duration(2.01e-13)));
        assertEquals("182 ms [179, 187]", plain(Numbers.duration(182e6, 179.2e6, 186.9e6)));
        assertEquals("1.53 s [1.41, 1.70]", plain(Numbers.duration(1.53e9, 1.412e9, 1.70e9)));
        assertEquals("31.0 ms [30.3, 31.0]", plain(Numbers.duration(31e6, 30.3e6, 31e6)));
        assertEquals("1.02 s [0.98, 1.10]", plain(Numbers.duration(1.02e9, 980e6, 1.1e9)));
        assertEquals("182 ms [182.1, 182.3]", plain(Numbers.duration(182.2e6, 182.1e6, 182.3e6)));
        assertEquals("182 ms [179, ∞]", plain(Numbers.duration(182e6, 179e6, Double.POSITIVE_INFINITY)));
        assertEquals("1.21 s [215 µs, 1.46 s]", plain(Numbers.duration(1.21e9, 215e3, 1.46e9)));
        assertEquals("412 µs [385 µs, 1.80 s]", plain(Numbers.duration(412e3, 385e3, 1.8e9)));
        assertEquals("182 ms [–, –]", plain(Numbers.duration(182e6, NAN, NAN)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0.041 | 4.1 %", "0.61 | 61 %", "0.005 | 0.5 %", "0 | 0 %", "1 | 100 %", "0.99953 | 99.953 %", "0.9999 | 99.99 %", "0.5 | 50 %",
        "0.00041 | 0.041 %", "3.5 | 350 %", "-0.041 | −4.1 %", "0.996 | 99.6 %", "1e-8 | 1.0e-6 %", "12.5 | 1,250 %"
    })
    void percentages(double share, String text) {
        assertEquals(text, plain(Numbers.percent(share)));
    }

    @Test
    void otherNumbers() {
        assertEquals("4.1 % [3.8, 4.4]", plain(Numbers.percent(0.041, 0.038, 0.044)));
        assertEquals("60,000", Numbers.count(60_000));
        assertEquals("−1,234,567", Numbers.count(-1_234_567));
        assertEquals("999", Numbers.count(999));
        assertEquals("412 k", plain(Numbers.brief(412_345)));
        assertEquals("9,999", plain(Numbers.brief(9_999)));
        assertEquals("1.25 M", plain(Numbers.brief(1_250_000)));
        assertEquals("71.4 /s", plain(Numbers.rate(71.42)));
        assertEquals("1,884 /s [1,790, 1,960]", plain(Numbers.rate(1884.2, 1790.1, 1959.7)));
        assertEquals("38.1 MiB", plain(Numbers.bytes(40_000_000)));
        assertEquals("512 B", plain(Numbers.bytes(512)));
        assertEquals("1.04e-4", Numbers.number(1.04e-4));
        assertEquals("0.0277", Numbers.number(0.0277));
        assertEquals("0.0100", Numbers.number(0.0099999));
        assertEquals("97 [72, 122]", Numbers.number(97, 72, 122));
        assertEquals("96.6 [72.0, 122.0]", Numbers.number(96.6, 72, 122));
        assertEquals("97", Numbers.number(97));
        assertEquals("1.6×", Numbers.times(1.6));
        assertEquals("p = 0.009", plain(Numbers.pValue(0.009)));
        assertEquals("p < 0.001", plain(Numbers.pValue(0.0002)));
        assertEquals("+12 %", plain(Numbers.change(0.12)));
        assertEquals("−4.1 %", plain(Numbers.change(-0.041)));
        assertEquals("2.50", Numbers.fixed(2.5, 2));
        assertEquals("–", Numbers.duration(NAN).substring(0, 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0.5 | p50", "0.9 | p90", "0.99 | p99", "0.999 | p99.9", "0.99999 | p99.999", "0.975 | p97.5", "1 | max", "0 | min",
        "0.9545 | p95.45", "0.123 | p12.3"
    })
    void percentiles(double p, String name) {
        assertEquals(name, Numbers.percentile(p));
    }

    @Test
    void times() {
        long noon = SampleCharts.NOON;
        assertEquals("12:00:00", Numbers.clock(noon, UTC, 840e9));
        assertEquals("12:00:00.250", Numbers.clock(noon + 250_000_000, UTC, 1e9));
        assertEquals("2026-11-22 12:00:00", Numbers.timestamp(noon, UTC));
        assertEquals("12:00:00–12:01:30", Numbers.span(noon, noon + 90_000_000_000L, UTC));
        assertEquals("22 Nov 2026 12:00–23 Nov 2026 12:00", plain(Numbers.span(noon, noon + 86_400_000_000_000L, UTC)));
        assertEquals("13:00:00", Numbers.clock(noon, ZoneId.of("Europe/Berlin"), 840e9));
        assertEquals("1969-12-31 23:59:59", Numbers.timestamp(-1, UTC));
    }

    private static String plain(String text) {
        return text.replace(Numbers.SPACE, " ");
    }
}

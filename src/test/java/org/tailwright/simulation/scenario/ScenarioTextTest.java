package org.tailwright.simulation.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.simulation.scenario.ScenarioText.Kind;
import org.tailwright.simulation.scenario.ScenarioText.Link;

class ScenarioTextTest {
    private static final String TEXT = """
            # the shop
            title: Shop
            stations:
              shop:            # front
                servers: 32    # threads
                time: 5ms..40ms
                calls:
                  payment: {times: 0.3, timeout: 200ms}
                  mail: {}
              # behind
              payment: {servers: 20, time: "hyper(20ms, 2)"}
              mail:
                time: 1ms
            sources:
              visitors:
                to: shop
                rate: 150
            """;

    private static ScenarioText of(String text) {
        return ScenarioText.of(text);
    }

    private static String set(String value, String... path) {
        return of(TEXT).with(List.of(path), value);
    }

    @Test
    void valuesAreFoundWithTheirLines() {
        ScenarioText text = of(TEXT);
        assertEquals(List.of("shop", "payment", "mail"), text.names("stations"));
        assertEquals(Optional.of("32"), text.value(List.of("stations", "shop", "servers")));
        assertEquals(Optional.of("hyper(20ms, 2)"), text.value(List.of("stations", "payment", "time")));
        assertEquals(Optional.of("{times: 0.3, timeout: 200ms}"), text.value(List.of("stations", "shop", "calls", "payment")));
        assertEquals(6, text.line(List.of("stations", "shop", "time")));
        assertEquals(List.of(new Link("visitors", "shop", Kind.SOURCE, List.of("sources", "visitors")),
                new Link("shop", "payment", Kind.CALL, List.of("stations", "shop", "calls", "payment")), new Link("shop", "mail", Kind.CALL, List.of("stations", "shop", "calls", "mail"))),
                text.links());
    }

    @Test
    void aChangedValueLeavesAllElseAsItWas() {
        assertEquals(TEXT.replace("servers: 32 ", "servers: 64 "), set("64", "stations", "shop", "servers"));
        assertEquals(TEXT.replace("timeout: 200ms", "timeout: none"), set("none", "stations", "shop", "calls", "payment", "timeout"));
        assertEquals(TEXT.replace("hyper(20ms, 2)", "erlang(3, 10ms)"), set("erlang(3, 10ms)", "stations", "payment", "time"));
        assertEquals(TEXT.replace("\"hyper(20ms, 2)\"", "5ms"), set("5ms", "stations", "payment", "time"));
    }

    /// The parser counts characters beyond the first 65536 as one, Java's text as two.
    @Test
    void rareCharactersBeforeAChangeMoveNothing() {
        String rare = "title: \uD83D\uDED2 shop\n# \uD83D\uDE80\n" + TEXT;
        assertEquals(rare.replace("servers: 32 ", "servers: 64 "), of(rare).with(List.of("stations", "shop", "servers"), "64"));
        assertEquals(rare.replace("    servers: 32    # threads\n", ""), of(rare).without(List.of("stations", "shop", "servers")));
    }

    @Test
    void aNewValueStandsWhereItsNeighboursStand() {
        assertEquals(TEXT.replace("mail: {}\n", "mail: {}\n    queue: 100\n"), set("100", "stations", "shop", "queue"));
        assertEquals(TEXT.replace("payment: {servers: 20", "payment: {queue: 100, servers: 20"), set("100", "stations", "payment", "queue"));
        assertEquals(TEXT.replace("mail: {}", "mail: {timeout: 1s}"), set("1s", "stations", "shop", "calls", "mail", "timeout"));
        assertEquals(TEXT.replace("    time: 1ms\n", "    time: 1ms\n    calls: {payment: {}}\n"), set("{}", "stations", "mail", "calls", "payment"));
        assertEquals(TEXT.replace("    time: 1ms\n", "    time: 1ms\n  \"audit log\": {time: 1ms}\n"), set("{time: 1ms}", "stations", "audit log"));
        assertTrue(set("5m", "duration").endsWith("    rate: 150\nduration: 5m\n"));
    }

    @Test
    void whatIsTakenAwayLeavesAllElseAsItWas() {
        assertEquals(TEXT.replace("    servers: 32    # threads\n", ""), of(TEXT).without(List.of("stations", "shop", "servers")));
        assertEquals(TEXT.replace("{times: 0.3, timeout: 200ms}", "{timeout: 200ms}"), of(TEXT).without(List.of("stations", "shop", "calls", "payment", "times")));
        assertEquals(TEXT.replace("{times: 0.3, timeout: 200ms}", "{times: 0.3}"), of(TEXT).without(List.of("stations", "shop", "calls", "payment", "timeout")));
        assertEquals(TEXT.replace("  mail:\n    time: 1ms\n", ""), of(TEXT).without(List.of("stations", "mail")));
        assertEquals(TEXT, of(TEXT).without(List.of("stations", "nobody")));
    }

    @Test
    void textThatYamlWouldReadOtherwiseIsQuoted() {
        for (String odd : List.of("@x", "*x", "- x", "% x", "!x", "a: b")) {
            assertEquals(Optional.of(odd), of(set(odd, "title")).value(List.of("title")), odd);
        }
        assertTrue(set("-3", "title").contains("title: -3"));
    }

    @Test
    void everyChangeCanBeReadAgain() {
        String changed = set("{time: 2ms, servers: 3}", "stations", "cache");
        changed = of(changed).with(List.of("stations", "mail", "calls", "cache"), "{}");
        changed = of(changed).with(List.of("stations", "mail", "calls", "cache", "breaker"), "{window: 20}");
        changed = of(changed).with(List.of("stations", "mail", "calls", "cache", "timeout"), "100ms");
        assertEquals(4, ScenarioReader.read(changed).variants().getFirst().network().stations().size());
        assertEquals(Optional.of("{window: 20}"), of(changed).value(List.of("stations", "mail", "calls", "cache", "breaker")));
    }

    @Test
    void noYamlIsRefusedWithItsLine() {
        assertTrue(String.valueOf(assertThrows(IllegalArgumentException.class, () -> of("a: 1\nb: [")).getMessage()).startsWith("line "));
        assertEquals(List.of(), of("").names("stations"));
    }

    /// What the reader complains of is found again in the text.
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "servers: 2; servers: many; stations, shop, servers",
        "time: 5ms; time: soon; stations, shop, time",
        "{times: 2}; {times: x}; stations, shop, calls, bank, times",
        "calls: {bank:; calls: {gone:; stations, shop, calls, gone",
        "bank: {time: 1ms}; bank: {servers: 1}; stations, bank",
        "to: shop; to: nowhere; sources, people",
        "rate: 10; rate: ten; sources, people, rate",
    })
    void complaintsAreAboutAPlace(String right, String wrong, String path) {
        String text = """
                stations:
                  shop:
                    servers: 2
                    time: 5ms
                    calls: {bank: {times: 2}}
                  bank: {time: 1ms}
                sources:
                  people: {to: shop, rate: 10}
                """.replace(right, wrong);
        String complaint = String.valueOf(assertThrows(IllegalArgumentException.class, () -> ScenarioReader.read(text)).getMessage());
        assertEquals(List.of(path.split(", ")), ScenarioText.of(text).about(complaint).orElseThrow(), complaint);
        assertTrue(text.lines().toList().get(ScenarioText.lineOf(complaint) - 1).contains(path.substring(path.lastIndexOf(' ') + 1)), complaint);
    }
}

package org.tailwright.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tailwright.charts.Axis;
import org.tailwright.charts.Chart;
import org.tailwright.charts.Layer;
import org.tailwright.charts.Quantity;
import org.tailwright.data.Unit;

final class RedactionTest {
    private static final List<String> SECRETS = List.of("db-prod-07.corp.example.com", "anna.schmidt@example.com", "10.24.3.77", "fe80::1ff:fe23:4567:890a",
            "4711-0815", "bigsecret", "3f2b8c1e-9a4d-4e0b-8f6a-112233445566", "web_01", "Ännchen");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "GET https://shop.example.com/orders/12345?token=abc&x=1 | GET https://host-1/orders/id-1?token=value-1&x=value-2",
        "jdbc:postgresql://bob:secret@db01:5432/shop | jdbc:postgresql://user-1@host-1:5432/shop",
        "mail to a.b+c@d.example.org now | mail to mail-1 now",
        "from 10.0.0.1 to 10.0.0.2 and 10.0.0.1 | from address-1 to address-2 and address-1",
        "peer [2001:db8::7]:443 | peer [address-1]:443",
        "SELECT * FROM t WHERE name = 'O''Brien' AND id=42 | SELECT * FROM t WHERE name = 'value-1' AND id=value-2",
        "trace 4bf92f3577b34da6a3ce929d0e0e4736 | trace id-1",
        "user=alice, host: web7 | user=user-1, host: host-1",
        "/home/alice/data/run.jtl | /home/user-1/data/run.jtl",
        "orders-db:5432 refused | host-1:5432 refused",
        "payment.svc.cluster.local and PAYMENT.svc.cluster.local | host-1 and host-1",
    })
    void namesAreReplaced(String text, String expected) {
        assertEquals(expected, new Redaction(List.of(), List.of()).text(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"12:07:50 – 12:09:20", "java.util.HashMap.get", "java.net", "org.springframework.cloud.Foo.bar", "p99 742 ms [718, 769] of 60,000", "POST /checkout",
        "std::vector<int>::push_back", "Foo.java:123", "version 1.2.3", "2026/11/22", "service.jfr", "http://localhost:8080/", "usl3 α = 0.03", "p99<150ms where label=GET /catalog; errors<1%",
        "9c1fe2aa9c1fe2aa9c1fe2aa9c1fe2aa9c1fe2aa9c1fe2aa9c1fe2aa9c1fe2aa"})
    void whatNamesNobodyStays(String text) {
        assertEquals(text, new Redaction(List.of(), List.of()).text(text));
    }

    @Test
    void namesThatTheDataHoldsAreFoundEverywhere() {
        Redaction redaction = new Redaction(List.of("web_01", "srv(1)"), List.of("Ännchen"));
        assertEquals("on host-1 by user-1, ÄNNCHENs friend, host-2", redaction.text("on web_01 by Ännchen, ÄNNCHENs friend, srv(1)"));
        assertEquals("host-1", redaction.text("WEB_01"));
    }

    static List<ReportWriter> writers() {
        return Writers.ALL.stream().filter(each -> !(each instanceof PdfWriter)).toList();
    }

    @ParameterizedTest
    @MethodSource("writers")
    void noFormatTellsASecret(ReportWriter writer) {
        Redaction redaction = new Redaction(List.of("web_01"), List.of("Ännchen"));
        String all = "db-prod-07.corp.example.com anna.schmidt@example.com 10.24.3.77 fe80::1ff:fe23:4567:890a /orders/4711-0815/x?k=bigsecret "
                + "3f2b8c1e-9a4d-4e0b-8f6a-112233445566 web_01 Ännchen";
        Report before = report(all);
        String open = new String(writer.write(before), StandardCharsets.UTF_8);
        assertTrue(open.contains("corp.example.com"), "the secret stands in " + writer.format());
        String text = new String(writer.write(redaction.of(before)), StandardCharsets.UTF_8);
        SECRETS.forEach(each -> assertFalse(text.contains(each), each + " in " + writer.format()));
        assertTrue(text.contains("host-") && text.contains("182"), writer.format());
    }

    private static Report report(String text) {
        Figure figure = new Figure("182 ms", "", 182e6, Unit.DURATION, new Provenance(List.of(text), text, text, 9400, ""));
        Chart chart = new Chart(text, text, Axis.linear(text, 0, 1, Quantity.PLAIN), Axis.named(text, List.of(text)), List.of(Layer.RuleX.of(0.5, text),
                new Layer.Callout(0.5, 0, text, text, org.tailwright.charts.Role.MUTED)), text);
        return new Report(text, text, List.of(new Verdict(Verdict.Level.BREACH, text, figure, text, "one")),
                List.of(new Report.Section("one", text, List.of(new Block.Heading(text), new Block.Text(text), new Block.Facts(List.of(new Block.Fact(text, figure, text, false))),
                        new Block.Table("rows", text, List.of(new Block.Column(text, false)), List.of(List.of(Block.Cell.of(text)))),
                        new Block.Picture("curve", chart, text), new Block.Finding(Block.Tone.WATCH, text, text)))));
    }
}

package org.tailwright.readers.gatling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tailwright.data.Dataset;
import org.tailwright.data.Requests;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.percentiles.Reading;

class GatlingTextTest {
    private static final long START = 1_700_000_000_000L;
    /// 3.4 to 3.11.
    private static final String NEW = """
            ASSERTION\tAAECAAICCgAAAAAAAAAAAAA=
            RUN\tshop.Browse\tbrowse\t1700000000000\t \t3.9.5
            USER\tBuyers\tSTART\t1700000000010
            USER\tBuyers\tSTART\t1700000000020
            REQUEST\t\tHome\t1700000000015\t1700000000040\tOK\t\s
            REQUEST\tcart,pay\tPost\t1700000000050\t1700000000150\tKO\tstatus.find.in(200), found 503
            GROUP\tcart,pay\t1700000000045\t1700000000160\t100\tKO
            ERROR\tNo attribute named 'id' is defined \t1700000000170
            USER\tBuyers\tEND\t1700000000030
            REQUEST\t\tEvent\t1700000000060\t-9223372036854775808\tOK\t\s
            """;
    /// 3.0 to 3.3: with numbers of users.
    private static final String NUMBERED = """
            RUN\tshop.Browse\tbrowse\t1700000000000\t \t3.3.1
            USER\tBuyers\t1\tSTART\t1700000000010\t1700000000010
            USER\tBuyers\t2\tSTART\t1700000000020\t1700000000020
            REQUEST\t1\t\tHome\t1700000000015\t1700000000040\tOK\t\s
            REQUEST\t2\tcart,pay\tPost\t1700000000050\t1700000000150\tKO\tstatus.find.in(200), found 503
            GROUP\t2\tcart,pay\t1700000000045\t1700000000160\t100\tKO
            ERROR\tNo attribute named 'id' is defined \t1700000000170
            USER\tBuyers\t1\tEND\t1700000000010\t1700000000030
            """;
    /// 2.1 to 2.3: with the scenario, and what a user's own code adds at the end.
    private static final String MIDDLE = """
            RUN\tshop.Browse\t\tbrowse\t1700000000000\t \t2.0
            USER\tBuyers\t1\tSTART\t1700000000010\t0
            USER\tBuyers\t2\tSTART\t1700000000020\t0
            REQUEST\tBuyers\t1\t\tHome\t1700000000015\t1700000000040\tOK\t \textra
            REQUEST\tBuyers\t2\tcart,pay\tPost\t1700000000050\t1700000000150\tKO\tstatus.find.in(200), found 503
            GROUP\tBuyers\t2\tcart,pay\t1700000000045\t1700000000160\t100\tKO
            ERROR\tNo attribute named 'id' is defined \t1700000000170
            USER\tBuyers\t1\tEND\t1700000000010\t1700000000030
            """;
    /// 2.0: the kind stands in the third column, a request has four times, a group counts its successes and failures.
    private static final String OLD = """
            shop.Browse\tbrowse\tRUN\t1700000000000\t \t2.0
            Buyers\t1\tUSER\tSTART\t1700000000010\t0
            Buyers\t2\tUSER\tSTART\t1700000000020\t0
            Buyers\t1\tREQUEST\t\tHome\t1700000000015\t1700000000016\t1700000000039\t1700000000040\tOK\t\s
            Buyers\t2\tREQUEST\tcart,pay\tPost\t1700000000050\t1700000000051\t1700000000149\t1700000000150\tKO\tstatus.find.in(200), found 503
            Buyers\t2\tGROUP\tcart,pay\t1700000000045\t1700000000160\t100\t0\t1\tKO
            Buyers\t1\tUSER\tEND\t1700000000010\t1700000000030
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {NEW, NUMBERED, MIDDLE, OLD})
    void allVersionsTellTheSame(String log) throws IOException, UnreadableFile {
        ReadResult result = Reading.of(folder, log);
        Requests requests = Reading.requests(result, 0);
        assertArrayEquals(new long[] {(START + 15) * 1_000_000, (START + 50) * 1_000_000}, requests.starts().toArray());
        assertArrayEquals(new long[] {25_000_000, 100_000_000}, requests.durations().toArray());
        assertEquals(List.of("Home", "cart / pay / Post"), List.of(requests.labels().orElseThrow().at(0), requests.labels().orElseThrow().at(1)));
        assertEquals("KO", requests.table().texts(Requests.STATUS).orElseThrow().at(1));
        assertEquals(1, requests.errors());
        assertTrue(requests.failures().orElseThrow().at(1));
        assertEquals("status.find.in(200), found 503", requests.table().texts("message").orElseThrow().at(1));
        assertEquals("cart / pay", requests.table().texts("group").orElseThrow().at(1));
        // At 15 ms the first user is there; at 50 ms the first has gone and the second has come.
        assertArrayEquals(new long[] {1, 1}, requests.table().longs(Requests.ACTIVE).orElseThrow().toArray());
        Requests groups = Reading.requests(result, 1);
        assertEquals(115_000_000, groups.durations().at(0));
        assertEquals(100_000_000, groups.table().longs("cumulated response time").orElseThrow().at(0));
        assertEquals("cart / pay", groups.labels().orElseThrow().at(0));
        assertEquals(0, result.skipped());
    }

    @Test
    void usersErrorsAndUnmatchedMessagesAreTold() throws IOException, UnreadableFile {
        ReadResult result = Reading.of(folder, NEW);
        assertEquals("Gatling simulation log 3.9.5", result.datasets().getFirst().origin().format());
        assertTrue(Reading.trust(result.datasets().getFirst()).contains("1 error of the simulation itself"));
        assertTrue(Reading.trust(result.datasets().getFirst()).contains("1 of 2 users have no end"));
        assertTrue(result.diagnostics().getFirst().message().startsWith("1 incoming messages"));
    }

    @Test
    void numberedUsersAreThreads() throws IOException, UnreadableFile {
        for (String log : List.of(NUMBERED, MIDDLE, OLD)) {
            assertEquals("2", Reading.requests(Reading.of(folder, log), 0).table().texts(Requests.THREAD).orElseThrow().at(1));
        }
    }

    @Test
    void damagedLinesAreTold() throws IOException, UnreadableFile {
        ReadResult result = Reading.of(folder, NEW + "REQUEST\t\tx\t1700000000015\t17000\tOK\n" + "REQUEST\t\tx\t1700000000015\t1700000000014\tOK\nREQ");
        assertEquals(3, result.skipped());
        assertEquals(3, result.datasets().stream().mapToLong(Dataset::rows).sum());
        assertEquals(List.of(11L, 12L, 13L), result.diagnostics().stream().filter(each -> each.line() > 0).map(each -> each.line()).toList());
    }

    @Test
    void aRunWithoutRequestsIsEmpty() throws IOException, UnreadableFile {
        ReadResult result = Reading.of(folder, "RUN\tshop.Browse\tbrowse\t1700000000000\t \t3.9.5\nUSER\tBuyers\tSTART\t1700000000010\n");
        assertEquals(List.of(), result.datasets());
        assertTrue(result.diagnostics().getFirst().message().contains("1 users and no requests"));
        assertThrows(UnreadableFile.class, () -> Reading.of(folder, "RUN\tshop.Browse\tbrowse\t1700000000000\t \t3.9.5\nREQUEST\tx\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {NEW, OLD})
    void standsTheBattery(String log) throws IOException, UnreadableFile {
        Reading.battery(folder, log, "Gatling simulation log");
    }
}

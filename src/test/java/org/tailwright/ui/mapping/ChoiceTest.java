package org.tailwright.ui.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Requests;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.Readers;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.text.Layout;
import org.tailwright.readers.text.Role;
import org.tailwright.ui.jobs.DirectJobs;
import org.tailwright.ui.mapping.MappingModel.Looked;
import org.tailwright.work.Work;
import org.tailwright.workspace.OpenFile;
import org.tailwright.workspace.cache.ColumnCache;

class ChoiceTest {
    @TempDir
    Path folder = Path.of("");

    /// 100 rows, one each second from 2026-01-01T00:00:00Z: path, status, milliseconds 1 to 100.
    private Path headerless(String name) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 100; i++) {
            lines.append(1_767_225_599L + i).append(',').append(i % 2 == 0 ? "/cart" : "/pay").append(',').append(i % 10 == 0 ? 500 : 200).append(',').append(i).append('\n');
        }
        return Files.writeString(folder.resolve(name), lines);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Layout layout(Path file) throws IOException {
        try (Source source = Source.of(file)) {
            return Layout.of(source).orElseThrow();
        }
    }

    private static MappingModel model(Path file) throws IOException {
        return new MappingModel(Looked.at(file).orElseThrow(), Optional.empty(), ZoneOffset.UTC, DirectJobs.of());
    }

    private static Map<String, String> facts(MappingModel model) {
        Preview found = model.preview().state().answer();
        assertTrue(found != null);
        return found.facts().stream().collect(Collectors.toMap(Preview.Fact::name, Preview.Fact::value));
    }

    @Test
    void columnsWithoutNamesAreProposedByWhatTheyHold() throws IOException {
        Layout layout = layout(headerless("odd.csv"));
        assertFalse(layout.named());
        assertEquals(Map.of(Role.START, "column 1", Role.LABEL, "column 2", Role.STATUS, "column 3", Role.DURATION, "column 4"), layout.proposed());
        assertEquals("/pay", layout.sample("column 2"));
        assertEquals(50, layout.rows().size());
    }

    /// The first row looks like names: it is the request of a path without a number.
    @Test
    void theFirstLineIsDataWhenSomebodySaysSo() throws IOException {
        Path file = file("words.csv", "at,path,took\n1767225600000,/a,10\n1767225601000,/b,20\n");
        MappingModel model = model(file);
        assertEquals("2", facts(model).get("rows"));
        model.choose(now -> now.unit(Role.DURATION, "ms").over(model.looked().as(false)));
        assertEquals(List.of("column 1", "column 2", "column 3"), model.choice().layout().names());
        assertEquals(List.of("at", "path", "took"), model.choice().layout().rows().getFirst());
        assertEquals("column 3", model.choice().columns().get(Role.DURATION), "a column keeps its place");
        assertEquals("no", model.choice().options().mapping().get("header"));
        assertTrue(model.choice().command(file).contains("--map header=no"), model.choice().command(file));
        assertTrue(Choice.words(model.choice().options()).startsWith("the first line is data, start is column 1"));

        MappingModel again = new MappingModel(Looked.at(file).orElseThrow(), Optional.of(model.choice().options()), ZoneOffset.UTC, DirectJobs.of());
        assertEquals(model.choice(), again.choice(), "what was said before comes back");
        again.choose(now -> now.over(again.looked().as(true)));
        assertEquals(Map.of(), again.choice().layout().mapping(), "what the content suggests needs no saying");
        assertEquals("took", again.choice().columns().get(Role.DURATION));
    }

    @Test
    void aFirstLineOfNumbersCanNameColumns() throws IOException {
        MappingModel model = model(headerless("odd.csv"));
        model.choose(now -> now.over(model.looked().as(true)));
        assertEquals("1767225600", model.choice().layout().names().getFirst());
        assertEquals("99", facts(model).get("rows"));
    }

    @Test
    void thePreviewFollowsTheChoice() throws IOException {
        MappingModel model = model(headerless("odd.csv"));
        model.choose(now -> now.unit(Role.DURATION, "ms"));
        assertEquals("100", facts(model).get("rows"));
        assertEquals("50.0\u00a0ms", facts(model).get("p50"));
        assertEquals("99.0\u00a0ms", facts(model).get("p99"));
        model.choose(now -> now.unit(Role.DURATION, "s"));
        assertEquals("50.0\u00a0s", facts(model).get("p50"));
        model.choose(now -> now.column(Role.DURATION, ""));
        assertEquals("choose a column for Duration", model.choice().complaint());
        assertFalse(model.ready());
        model.choose(now -> now.column(Role.DURATION, "column 2"));
        assertFalse(model.ready(), "words are no durations");
        model.choose(now -> now.as(ReadAs.LOADPOINTS).column(Role.LOAD, "column 4").column(Role.THROUGHPUT, "column 4"));
        assertEquals("Load and Throughput are the same column", model.choice().complaint());
        assertThrows(IllegalStateException.class, () -> model.choice().options());
        model.choose(now -> now.column(Role.THROUGHPUT, "column 3"));
        assertEquals("1 to 100", facts(model).get("load"));
        model.choose(now -> now.unit(Role.LOAD, "servers"));
        assertEquals("servers", model.choice().options().units().get("load"));
        assertTrue(model.choice().command(Path.of("n.csv")).contains("--unit load=servers"));
        assertEquals("1 to 100", facts(model).get("load"));
    }

    @Test
    void everyColumnOfNumbersIsASeriesUnlessOneIsChosen() throws IOException {
        Path file = file("m.csv", "when,cpu,duration\n2026-01-01 00:00:00,1,5\n2026-01-01 00:00:10,2,6\n2026-01-01 00:00:20,3,7\n");
        MappingModel model = model(file);
        assertEquals(ReadAs.REQUESTS, model.choice().as());
        model.choose(now -> now.as(ReadAs.METRICS));
        assertEquals("2 (cpu, duration)", facts(model).get("series"));
        model.choose(now -> now.column(Role.VALUE, "cpu"));
        assertEquals("1 (cpu)", facts(model).get("series"));
        model.choose(now -> now.zone("Nowhere/Town"));
        assertTrue(model.choice().complaint().startsWith("there is no zone 'Nowhere/Town'"));
        model.choose(now -> now.zone("Europe/Berlin"));
        assertEquals(ZoneId.of("Europe/Berlin"), model.choice().options().zone());
    }

    @Test
    void aTimeThatMarksTheEndIsTakenBackByTheDuration() throws IOException, UnreadableFile {
        Path file = headerless("odd.csv");
        Choice choice = Choice.proposed(layout(file), ZoneOffset.UTC).unit(Role.DURATION, "s").end(true);
        assertEquals("column 1", choice.options().mapping().get("end"));
        Requests read = (Requests) Readers.read(file, choice.options(), Work.NONE).datasets().getFirst();
        assertEquals((1_767_225_600L - 1) * 1_000_000_000L, read.starts().at(0));
    }

    @Test
    void anUnwantedGuessIsSaidToBeNone() throws IOException, UnreadableFile {
        Path file = file("r.csv", "time,label,elapsed\n1767225600,a,5\n1767225601,b,6\n");
        Choice choice = Choice.proposed(layout(file), ZoneOffset.UTC).column(Role.LABEL, "");
        Requests read = (Requests) Readers.read(file, choice.options(), Work.NONE).datasets().getFirst();
        assertTrue(read.table().texts(Requests.LABEL).isEmpty());
    }

    @Test
    void theCommandLineSaysTheSame() throws IOException {
        Choice choice = Choice.proposed(layout(headerless("odd.csv")), ZoneOffset.UTC).column(Role.STATUS, "").column(Role.LABEL, "").unit(Role.DURATION, "us");
        assertEquals("tailwright summary 'my odd.csv' --map 'start=column 1' --map 'duration=column 4' --map label= --map status= --unit duration=us",
                choice.command(Path.of("my odd.csv")));
    }

    @Test
    void mappingsAreRememberedByShapeAndForgotten() throws IOException {
        Layout layout = layout(headerless("odd.csv"));
        Choice choice = Choice.proposed(layout, ZoneOffset.UTC).unit(Role.DURATION, "us");
        Path kept = folder.resolve("state").resolve("mappings");
        Mappings.in(kept).remember(layout.shape(), choice.options());
        Mappings again = Mappings.in(kept);
        assertEquals(Optional.of(choice.options()), again.find(layout(headerless("other.csv")).shape()));
        assertEquals(choice, Choice.of(layout, again.find(layout.shape()).orElseThrow()));
        assertNotEquals(layout.shape(), layout(file("n.csv", "a,b\n1,2\n3,4\n")).shape());
        again.forget(layout.shape());
        assertTrue(Mappings.in(kept).isEmpty());
        Files.writeString(kept, "x\ty\tz\nshape\tNo/Zone\tmap start a\n\n");
        assertTrue(Mappings.in(kept).isEmpty());
    }

    @Test
    void aRememberedShapeIsReadSilentlyAndSaysSo() throws IOException {
        Path file = headerless("odd.csv");
        Layout layout = layout(file);
        Mappings mappings = Mappings.in(Optional.empty());
        MappedOpening first = MappedOpening.of(List.of(file), mappings, ColumnCache.NONE, Work.NONE);
        assertEquals(1, first.unclear().size());
        assertEquals("", first.unclear().getFirst().refusal());
        mappings.remember(layout.shape(), Choice.proposed(layout, ZoneOffset.UTC).unit(Role.DURATION, "ms").options());
        MappedOpening second = MappedOpening.of(List.of(headerless("next.csv")), mappings, ColumnCache.NONE, Work.NONE);
        assertEquals(List.of(), second.unclear());
        Requests read = (Requests) second.opened().datasets().getFirst();
        assertEquals("columns mapped as remembered: start is column 1, duration is column 4 in ms, label is column 2, status is column 3",
                read.origin().trust().assumed().getFirst());
    }

    @Test
    void aRefusalSaysWhetherAMappingHelps() throws IOException {
        Path table = file("t.csv", "a,b\n1,2\n3,4\n");
        Path prose = file("p.txt", "Dear all,\n\nhere is the thing.\nIt is not a table, is it\n");
        List<OpenFile.Refused> refused = MappedOpening.of(List.of(table, prose), Mappings.in(Optional.empty()), ColumnCache.NONE, Work.NONE).opened().refused();
        assertEquals(List.of(true, false), refused.stream().map(OpenFile.Refused::mappable).toList());
        MappedOpening all = MappedOpening.of(List.of(folder), Mappings.in(Optional.empty()), ColumnCache.NONE, Work.NONE);
        assertEquals(List.of(), all.unclear());
        assertEquals(Optional.empty(), Looked.at(prose));
        assertEquals(ReadOptions.DEFAULT.zone(), Choice.proposed(layout(table), ZoneOffset.UTC).column(Role.THROUGHPUT, "b").options().zone());
    }
}

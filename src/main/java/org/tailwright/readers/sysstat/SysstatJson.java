package org.tailwright.readers.sysstat;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.tailwright.readers.Head;
import org.tailwright.readers.Json;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.series.SeriesLines;
import org.tailwright.work.Work;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/// JSON of sadf (`-j`), iostat, mpstat and pidstat (`-o JSON`). Series are named by the way to them, as in `cpu-load.usr`; texts beside numbers
/// are labels.
public final class SysstatJson implements Reader {
    private static final Pattern BEGIN = Pattern.compile("\\A\\s*\\{\\s*\"sysstat\"\\s*:\\s*\\{");

    @Override
    public String format() {
        return "sysstat JSON";
    }

    @Override
    public String recognisedBy() {
        return "JSON that begins with a member sysstat";
    }

    @Override
    public Claim recognises(Head head) {
        return BEGIN.matcher(head.text()).find() ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        SeriesLines lines = new SeriesLines();
        SysstatTokens tokens = new SysstatTokens(lines, new SysstatClock(lines, options.zone(), false), work);
        try (InputStream in = source.stream(); JsonParser parser = Json.FACTORY.createParser(ObjectReadContext.empty(), in)) {
            tokens.values(parser);
        } catch (JacksonException e) {
            lines.skip(0, "the JSON breaks off here: " + Json.mistake(e));
        }
        tokens.tell();
        return lines.result(source, format(), "sysstat.hosts holds hosts with statistics");
    }
}

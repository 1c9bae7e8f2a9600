package org.tailwright.readers.jmeter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Dataset;
import org.tailwright.data.Meaning;
import org.tailwright.data.Origin;
import org.tailwright.data.Requests;
import org.tailwright.data.Trust;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.text.TimeFormat;
import org.tailwright.work.Work;

/// JMeter's CSV results: with or without a header, any delimiter, any column order. Rows of transaction controllers repeat the time of the
/// samples inside them and become a data set of their own.
public final class JmeterCsv implements Reader {
    private static final long MILLI = 1_000_000;

    @Override
    public String format() {
        return "JMeter CSV";
    }

    @Override
    public String recognisedBy() {
        return "first line names timeStamp and elapsed, or has JMeter's default columns in their order";
    }

    @Override
    public Claim recognises(Head head) {
        return Layout.of(head).isPresent() ? Claim.CERTAIN : Claim.NO;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Head head = source.head();
        Layout layout = Layout.of(head)
                .orElseThrow(() -> new UnreadableFile("no line looks like a JMeter sample", "line 1", "timeStamp and elapsed are needed"));
        Plan plan = plan(layout, head, options);
        JtlParts parts = JtlParts.read(source.file(), plan, work);
        long kept = (long) parts.samples().size() + parts.transactions().size();
        if (kept == 0 && parts.skipped() > 0) {
            throw new UnreadableFile("none of " + parts.skipped() + " lines is a JMeter sample: "
                    + parts.diagnostics().first().getFirst().message(), "line " + parts.diagnostics().first().getFirst().line(), "");
        }
        if (kept == 0 && parts.diagnostics().count() == 0) {
            parts.diagnostics().note("the file has a header and no samples");
        }
        return ReadResult.of(format(), datasets(source, plan, parts), parts.diagnostics(), parts.skipped());
    }

    private static Plan plan(Layout layout, Head head, ReadOptions options) throws UnreadableFile {
        int column = layout.column(Role.TIME);
        List<String> examples = new ArrayList<>();
        List<String> lines = head.lines(200);
        for (String line : lines.subList(layout.header() ? Math.min(1, lines.size()) : 0, lines.size())) {
            List<String> fields = Layout.split(line, (char) layout.delimiter());
            if (fields.size() >= layout.roles().size() && !fields.get(column).isBlank()) {
                examples.add(fields.get(column).strip());
            }
        }
        Optional<String> number = examples.stream().filter(each -> each.matches("\\d{1,18}")).findFirst();
        if (examples.isEmpty() || number.isPresent()) {
            return Plan.of(layout, null, number.map(Long::parseLong).orElse(0L));
        }
        return Plan.of(layout, format(examples, options), 0);
    }

    private static @Nullable TimeFormat format(List<String> examples, ReadOptions options) throws UnreadableFile {
        for (int n = examples.size(); n > 0; n /= 4) {
            Optional<TimeFormat> found = TimeFormat.of(examples.subList(0, n), options.zone(), null);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new UnreadableFile("the time stamp \"" + shortened(examples.getFirst()) + "\" is in no known format", "line 2",
                "write epoch milliseconds or yyyy-MM-dd HH:mm:ss.SSS");
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private List<Dataset> datasets(Source source, Plan plan, JtlParts parts) {
        List<String> assumed = assumed(plan);
        int transactions = parts.transactions().size();
        int samples = parts.samples().size();
        Trust trust = new Trust(samples, parts.skipped(), assumed, List.of());
        Meaning meaning = new Meaning(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, MILLI, 0, List.of());
        List<Dataset> found = new ArrayList<>();
        if (samples > 0 || transactions == 0) {
            found.add(new Requests(new Origin(source.name(), source.path(), format(), trust), parts.samples().table(), meaning));
        }
        if (transactions > 0) {
            Meaning whole = new Meaning(Meaning.Duration.SERVICE_TIME, Meaning.Stamp.START, MILLI, 0,
                    List.of("a transaction's time holds the times of the samples inside it"));
            Trust apart = new Trust(transactions, samples > 0 ? 0 : parts.skipped(), assumed, List.of());
            found.add(new Requests(new Origin(source.name() + " transactions", source.path(), format(), apart),
                    parts.transactions().table(), whole));
        }
        return found;
    }

    private static List<String> assumed(Plan plan) {
        List<String> assumed = new ArrayList<>();
        assumed.add("timeStamp is the start of a sample, as JMeter is delivered (sampleresult.timestamp.start=true)");
        if (plan.times() != null && !plan.times().assumed().isEmpty()) {
            assumed.add(plan.times().assumed());
        }
        if (!plan.layout().header()) {
            assumed.add(plan.layout().known() ? "there is no header: JMeter's default columns in their order"
                    : "there is no header and no JMeter version writes " + plan.layout().roles().size() + " columns: only the first eight are read");
        }
        if (!plan.layout().has(Role.MESSAGE) && plan.layout().has(Role.TYPE)) {
            assumed.add("rows without a data type and address are transaction controllers");
        }
        return assumed;
    }
}

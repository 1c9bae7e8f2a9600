package org.tailwright.readers.prometheus;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.text.Lines;
import org.tailwright.work.Work;

/// The text exposition of Prometheus (version 0.0.4 and later) and OpenMetrics 1.0: series by name and labels, classic histograms of durations
/// also as [org.tailwright.data.Histograms].
public final class PrometheusText implements Reader {
    static final String FORMAT = "Prometheus text";

    private static final int LONGEST = 1 << 20;
    private static final int LOOK = 400;
    private static final Pattern COMMENT = Pattern.compile("#[ \\t]+(?:TYPE[ \\t]+\\S+[ \\t]+(?i:counter|gauge|histogram|summary|untyped|unknown|info|stateset|gaugehistogram)"
            + "|HELP[ \\t]+[a-zA-Z_:\"][^ \\t]*(?:[ \\t].*)?|UNIT[ \\t]+\\S+[ \\t]+\\S+)[ \\t]*");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?|NaN|[+-]?(?i:inf)");

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String recognisedBy() {
        return "`# TYPE` lines, or lines of a name, {label=\"…\"} and a value";
    }

    @Override
    public Claim recognises(Head head) {
        List<String> lines = head.lines(LOOK).stream().filter(each -> !each.isBlank()).toList();
        SampleLine sample = new SampleLine();
        int samples = 0;
        int telling = 0;
        int comments = 0;
        for (String each : lines) {
            if (each.startsWith("#")) {
                comments += COMMENT.matcher(each).matches() || each.equals("# EOF") ? 1 : 0;
            } else if (sample.parse(each).isEmpty() && sample.identify().isEmpty() && NUMBER.matcher(sample.value()).matches() && time(sample.time())) {
                samples++;
                telling += sample.labels().isEmpty() && sample.time().isEmpty() ? 0 : 1;
            } else if (comments == 0) {
                return Claim.NO;
            }
        }
        if (samples == 0 || comments == 0 && telling == 0 && !head.named(".prom") && !head.named(".om")) {
            return comments > 0 && samples == 0 ? Claim.MAYBE : Claim.NO;
        }
        return comments > 0 || telling == samples && samples > 2 ? Claim.CERTAIN : Claim.MAYBE;
    }

    private static boolean time(String text) {
        return text.isEmpty() || NUMBER.matcher(text).matches();
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        Exposition exposition = new Exposition(options);
        try (Lines lines = new Lines(source.stream(), LONGEST)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if ((lines.number() & 0x3ff) == 0) {
                    work.check();
                }
                exposition.add(line, lines.number());
            }
            exposition.ended(lines.ended());
        }
        return exposition.result(source, work);
    }
}

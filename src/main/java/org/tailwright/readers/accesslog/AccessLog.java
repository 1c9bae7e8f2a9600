package org.tailwright.readers.accesslog;

import java.io.IOException;
import java.util.List;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.text.Lines;
import org.tailwright.work.Work;

/// Access logs, one reader for each family. Each request has its start, duration, status, route (method and path with identifiers replaced) as
/// the label, and its raw path; failed are 5xx and requests without a status. A log without durations becomes rates by class of status.
public final class AccessLog implements Reader {
    private static final int LONGEST = 1 << 17;

    private final AccessFormat family;

    private AccessLog(AccessFormat family) {
        this.family = family;
    }

    /// nginx, Apache and whatever else writes the common or combined format, with or without durations behind it.
    public static AccessLog common() {
        return new AccessLog(new CommonFormat());
    }

    /// HAProxy's HTTP log.
    public static AccessLog haproxy() {
        return new AccessLog(new HaproxyFormat());
    }

    /// W3C extended logs of IIS and CloudFront.
    public static AccessLog w3c() {
        return new AccessLog(new W3cFormat());
    }

    /// AWS application and classic load balancers.
    public static AccessLog aws() {
        return new AccessLog(new AwsFormat());
    }

    /// AWS network load balancers.
    public static AccessLog awsNetwork() {
        return new AccessLog(new NetworkFormat());
    }

    /// Envoy's and Istio's default text format.
    public static AccessLog envoy() {
        return new AccessLog(new EnvoyFormat());
    }

    /// One JSON object a line: Caddy, Traefik, Envoy, nginx and the like.
    public static AccessLog json() {
        return new AccessLog(new JsonFormat());
    }

    /// `key=value` lines and LTSV.
    public static AccessLog keyValue() {
        return new AccessLog(new KeyValueFormat());
    }

    @Override
    public String format() {
        return family.format();
    }

    @Override
    public String recognisedBy() {
        return family.recognisedBy();
    }

    @Override
    public Claim recognises(Head head) {
        return family.recognises(head);
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        AccessFormat.Parser parser = family.parser(source.head(), options);
        AccessRows rows = new AccessRows();
        AccessRow row = new AccessRow();
        try (Lines lines = new Lines(source.stream(), LONGEST)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if ((lines.number() & 0xff) == 0) {
                    work.check();
                }
                if (line.isBlank()) {
                    continue;
                }
                String wrong = parser.parse(line, row.clear());
                if (wrong == null) {
                    rows.add(row, lines.number());
                } else if (!wrong.isEmpty()) {
                    rows.skip(lines.number(), lines.ended() ? wrong : "the last line is cut: " + wrong);
                }
            }
        }
        return rows.result(source, parser.format(), parser.quantumNanos(), List.copyOf(parser.assumed()), List.copyOf(parser.caveats()));
    }
}

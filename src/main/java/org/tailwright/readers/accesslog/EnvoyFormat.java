package org.tailwright.readers.accesslog;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.Reader;

/// Envoy's default text format and Istio's, which has three more fields behind the flags. Milliseconds; the stamp is the start.
final class EnvoyFormat implements AccessFormat {
    private static final String NAME = "Envoy access log";
    private static final Pattern LINE = Pattern.compile("\\[\\d{4}-\\d{2}-\\d{2}T[0-9:.]{8,18}Z\\] \"[^\"]*\" \\d{1,3} (?:-|[A-Z][A-Za-z,]*) .*");
    private static final int ISTIO_SHIFT = 3;

    @Override
    public String format() {
        return NAME;
    }

    @Override
    public String recognisedBy() {
        return "an ISO time in brackets, the request in quotes, status and response flags";
    }

    @Override
    public Reader.Claim recognises(Head head) {
        return AccessFormat.certain(head, LINE.asMatchPredicate());
    }

    @Override
    public Parser parser(Head head, ReadOptions options) {
        return new Default(new Stamps(options.zone()));
    }

    private static final class Default implements Parser {
        private final Stamps stamps;
        private final Fields fields = new Fields();

        Default(Stamps stamps) {
            this.stamps = stamps;
        }

        @Override
        public @Nullable String parse(String line, AccessRow row) {
            if (!LINE.matcher(line).matches()) {
                return line.startsWith("[") && line.contains("\"") ? "the fields of Envoy's format are not all there" : IGNORED;
            }
            fields.split(line);
            int shift = Decimal.whole(fields.at(4)) ? 0 : ISTIO_SHIFT;
            row.stamp = stamps.nanos(fields.at(0));
            row.request(fields.at(1));
            row.status = fields.at(2);
            row.bytes = Decimal.bytes(fields.at(5 + shift));
            row.duration = Decimal.nanos(fields.at(6 + shift), 1_000_000);
            row.upstream = Decimal.nanos(fields.at(7 + shift), 1_000_000);
            row.host = fields.at(11 + shift);
            row.service = shift > 0 ? fields.at(13 + shift) : fields.at(12);
            return row.duration == AccessRow.NONE ? "the duration cannot be read" : null;
        }

        @Override
        public String format() {
            return NAME;
        }

        @Override
        public long quantumNanos() {
            return 1_000_000;
        }

        @Override
        public List<String> assumed() {
            return List.of("the stamp is the start of the request and times are milliseconds, as in Envoy's default format");
        }

        @Override
        public List<String> caveats() {
            return List.of("status 0 means that the client went away before there was an answer");
        }
    }
}

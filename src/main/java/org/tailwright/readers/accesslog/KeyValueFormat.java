package org.tailwright.readers.accesslog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.Reader;

/// Lines of named fields: `method=GET path=/ status=200 duration=12ms` (logfmt, Heroku's router) and LTSV (`status:200`, parted by tabs).
final class KeyValueFormat implements AccessFormat {
    private static final String NAME = "key=value access log";

    @Override
    public String format() {
        return NAME;
    }

    @Override
    public String recognisedBy() {
        return "fields status and method, request or path as name=value, or as LTSV";
    }

    @Override
    public Reader.Claim recognises(Head head) {
        List<String> lines = head.lines(50);
        boolean labelled = lines.stream().anyMatch(each -> each.contains("\tstatus:") && (each.startsWith("time:") || each.contains("\ttime:")));
        boolean heroku = lines.stream().anyMatch(each -> each.contains("at=") && each.contains(" method=") && each.contains(" service=") && each.contains(" status="));
        boolean pairs = lines.stream().anyMatch(each -> each.contains("status=") && (each.contains("method=") || each.contains("request="))
                && (each.contains("path=") || each.contains("uri=") || each.contains("request=")));
        return labelled || heroku ? Reader.Claim.CERTAIN : pairs ? Reader.Claim.MAYBE : Reader.Claim.NO;
    }

    @Override
    public Parser parser(Head head, ReadOptions options) {
        List<String> lines = head.lines(50);
        boolean labelled = lines.stream().anyMatch(each -> each.contains("\tstatus:"));
        boolean heroku = lines.stream().anyMatch(each -> each.contains("at=") && each.contains(" service="));
        boolean nginx = lines.stream().anyMatch(each -> each.contains("request_time=") || each.contains("upstream_response_time="));
        Roles.Producer producer = labelled ? Roles.Producer.LTSV : heroku ? Roles.Producer.HEROKU : nginx ? Roles.Producer.NGINX : Roles.Producer.OTHER;
        return new Pairs(producer, options);
    }

    /// Reads the pairs of one line.
    static final class Pairs extends NamedParser {
        private final Fields fields = new Fields();

        Pairs(Roles.Producer producer, ReadOptions options) {
            super(NAME, producer, options);
        }

        @Override
        public @Nullable String parse(String line, AccessRow row) {
            if (roles.producer() == Roles.Producer.LTSV) {
                labelled(line, row);
            } else {
                pairs(line, row);
            }
            boolean request = line.contains("status") && (line.contains("method") || line.contains("req"));
            return whole(row) ? null : request ? "time, path or status is missing" : IGNORED;
        }

        private void labelled(String line, AccessRow row) {
            for (String each : line.split("\t", 200)) {
                int colon = each.indexOf(':');
                if (colon > 0) {
                    String value = each.substring(colon + 1);
                    boolean brackets = value.startsWith("[") && value.endsWith("]");
                    roles.take(each.substring(0, colon), brackets ? value.substring(1, value.length() - 1) : value, row);
                }
            }
        }

        /// Heroku and syslog write the time before the pairs, without a name.
        private void pairs(String line, AccessRow row) {
            fields.split(line);
            for (int i = 0; i < fields.size(); i++) {
                String each = fields.at(i);
                int equals = each.indexOf('=');
                if (equals > 0 && fields.kind(i) == Fields.Kind.PLAIN) {
                    roles.take(each.substring(0, equals), CommonLine.value(each), row);
                } else if (i < 3 && each.length() >= 19 && Character.isDigit(each.charAt(0))) {
                    roles.take("time", each, row);
                }
            }
        }
    }
}

package org.tailwright.readers.accesslog;

import java.util.ArrayList;
import java.util.List;

/// A line in common or combined format taken apart: where the time, the request and the status stand, and what comes behind.
final class CommonLine {
    final Fields fields = new Fields();
    int time;
    int request;
    int status;
    /// First field behind status and bytes.
    int tail;

    /// Splits a line; false when it is none of this format.
    boolean read(String line) {
        fields.split(line);
        time = -1;
        request = -1;
        for (int i = 0; i < Math.min(fields.size(), 14) && (time < 0 || request < 0); i++) {
            String text = fields.at(i);
            if (time < 0 && fields.kind(i) == Fields.Kind.BRACKETS && stamp(text)) {
                time = i;
            } else if (time >= 0 && fields.kind(i) == Fields.Kind.QUOTED) {
                request = i;
            }
        }
        status = request + 1;
        tail = request + 3;
        return time >= 0 && request > 0 && (Decimal.status(fields.at(status)) || fields.at(status).equals("-"));
    }

    /// `10/Feb/2012:16:42:07 -0500`, or an ISO time.
    static boolean stamp(String text) {
        return text.length() >= 19 && (text.charAt(2) == '/' && text.charAt(6) == '/' && text.charAt(11) == ':'
                || text.charAt(4) == '-' && text.charAt(7) == '-' && (text.charAt(10) == 'T' || text.charAt(10) == ' '));
    }

    /// The virtual host before client, identity and user, where it stands there; else empty.
    String host() {
        if (time < 4) {
            return "";
        }
        String text = fields.at(time - 4);
        return !text.endsWith(":") && text.indexOf('.') > 0 || text.indexOf(':') > 0 && !text.endsWith(":") ? text : "";
    }

    /// The lists behind `from` that nginx writes when it tried several servers: a field that ends with a comma goes on in the next.
    List<String> groups(int from) {
        List<String> groups = new ArrayList<>();
        StringBuilder group = new StringBuilder();
        for (int i = from; i < fields.size(); i++) {
            group.append(fields.at(i));
            if (!fields.at(i).endsWith(",")) {
                groups.add(group.toString());
                group.setLength(0);
            }
        }
        return groups;
    }

    /// Value of a field written `name=value` or `name="value"`; empty when it is none.
    static String value(String field) {
        int equals = field.indexOf('=');
        String value = equals < 0 ? "" : field.substring(equals + 1);
        return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"") ? value.substring(1, value.length() - 1) : value;
    }
}

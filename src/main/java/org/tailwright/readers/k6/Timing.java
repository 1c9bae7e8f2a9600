package org.tailwright.readers.k6;

/// What k6 times once for each thing that happened, so that it makes rows. All but the first two hold others of them, or differ in kind.
enum Timing {
    HTTP("http_req_duration", "", "the time to get a connection (blocked, connecting, tls handshaking) is not in the duration"),
    GRPC("grpc_req_duration", " gRPC calls", ""),
    BROWSER("browser_http_req_duration", " browser requests", ""),
    SOCKETS("ws_session_duration", " WebSocket sessions", "a session lasts from its opening to its close"),
    ITERATIONS("iteration_duration", " iterations", "an iteration holds its requests and pauses: not to be added to them"),
    GROUPS("group_duration", " groups", "a group holds its requests and pauses: not to be added to them");

    private final String metric;
    private final String part;
    private final String caveat;

    Timing(String metric, String part, String caveat) {
        this.metric = metric;
        this.part = part;
        this.caveat = caveat;
    }

    String metric() {
        return metric;
    }

    /// What the name of the data set ends with.
    String part() {
        return part;
    }

    /// What belongs beside every number, or empty.
    String caveat() {
        return caveat;
    }

    /// What a row is called.
    String label(Tags tags) {
        String name = tags.get("name").isEmpty() ? tags.get("url") : tags.get("name");
        return switch (this) {
            case HTTP, BROWSER -> {
                String method = tags.get("method");
                yield method.isEmpty() || name.startsWith(method + " ") ? name : method + " " + name;
            }
            case GRPC -> {
                String method = tags.get("method");
                String service = tags.get("service");
                yield method.isEmpty() ? name : service.isEmpty() ? method : service + "/" + method;
            }
            case SOCKETS -> name;
            case ITERATIONS -> tags.get("scenario").isEmpty() ? "iteration" : tags.get("scenario");
            case GROUPS -> path(tags.get("group"));
        };
    }

    /// `::cart::pay` as `cart / pay`.
    static String path(String group) {
        return (group.startsWith("::") ? group.substring(2) : group).replace("::", " / ");
    }

    /// Whether the tags say that it failed: 1 yes, 0 no, -1 they do not say.
    int failed(Tags tags) {
        String status = tags.get("status");
        return switch (this) {
            case HTTP -> switch (tags.get("expected_response")) {
                case "true" -> 0;
                case "false" -> 1;
                default -> status.isEmpty() || status.equals("0") || status.length() == 3 && status.charAt(0) >= '4' ? 1 : 0;
            };
            // Zero is the code of gRPC for success.
            case GRPC -> status.isEmpty() ? -1 : status.equals("0") ? 0 : 1;
            case BROWSER -> status.isEmpty() ? -1 : status.equals("0") || status.charAt(0) >= '4' ? 1 : 0;
            case SOCKETS, ITERATIONS, GROUPS -> -1;
        };
    }
}

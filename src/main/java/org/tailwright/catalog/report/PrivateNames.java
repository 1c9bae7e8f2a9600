package org.tailwright.catalog.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tailwright.data.Column;
import org.tailwright.data.Dataset;
import org.tailwright.data.Requests;
import org.tailwright.data.Texts;
import org.tailwright.reports.Redaction;

/// Finds the names of hosts and people that the columns of the data hold, so that reports can leave them out wherever they stand.
public final class PrivateNames {
    private static final Set<String> HOSTS = Set.of("host", "hostname", "host.name", "server", "server.address", "server.socket.address", "net.peer.name", "net.peer.ip",
            "net.host.name", "network.peer.address", "client", "client.address", "client.ip", "remote", "remote_addr", "node", "instance", "service.instance.id",
            "pod", "k8s.pod.name", "k8s.node.name", "machine", "peer.hostname", "http.host");
    private static final Set<String> USERS = Set.of("user", "username", "user_name", "user.name", "user.id", "enduser.id", "login", "account", "customer", "customer.id", "db.user");
    private static final int MOST = 2_000;

    private PrivateNames() {}

    /// A redaction that knows the names of these data sets.
    public static Redaction redaction(List<Dataset> datasets) {
        Collection<String> hosts = new TreeSet<>();
        Collection<String> users = new TreeSet<>();
        datasets.stream().flatMap(each -> Requests.of(each).stream()).forEach(each -> {
            for (Map.Entry<String, Column> column : each.table().columns().entrySet()) {
                String name = column.getKey().toLowerCase(Locale.ROOT);
                if (column.getValue() instanceof Texts texts && (HOSTS.contains(name) || USERS.contains(name))) {
                    collect(texts, HOSTS.contains(name) ? hosts : users);
                }
            }
        });
        return new Redaction(hosts, users);
    }

    private static void collect(Texts texts, Collection<String> into) {
        for (int code = 0; code < texts.codes() && into.size() < MOST; code++) {
            String text = texts.text(code);
            if (!text.isBlank()) {
                into.add(text);
            }
        }
    }
}

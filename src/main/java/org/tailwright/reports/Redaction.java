package org.tailwright.reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Replaces names of hosts and people, addresses, ids in URLs and literals in SQL by pseudonyms: the same name always by the same one, numbered
/// in the order in which a report shows them, so that a report can still be read and equal inputs give equal bytes.
///
/// What is found by its form can be missed or replaced too often; names that a column of the data holds are found for sure.
public final class Redaction {
    private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]*[\\p{L}\\p{N}])?";
    private static final String TOP = "(?:com|net|org|io|dev|cloud|internal|local|localdomain|lan|corp|intra|intranet|home|svc|arpa|edu|gov|mil|int|biz|info|eu|uk|de|fr|ch|at|nl|be|it|es|pt|pl|se|no|dk|fi|ie|us|ca|br|mx|jp|cn|kr|in|au|nz|ru|ua|za|il|tr|sg|hk|tw)";
    private static final Pattern FORMS = Pattern.compile(String.join("|",
            "(?<mail>[\\p{L}\\p{N}._%+-]+@" + LABEL + "(?:\\." + LABEL + ")*)",
            "(?<=://)(?<login>[^\\s/@\"'<>]+)(?=@)",
            "(?<=://|://[^\\s/@]{1,80}@)(?<authority>" + LABEL + "(?:\\." + LABEL + ")*)",
            "(?<![\\w:.])(?<six>(?=[0-9a-fA-F:]*[0-9])(?:(?:[0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|(?:[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{1,4}){0,6})?::(?:[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{1,4}){0,6})?))(?![\\w:])",
            "(?<![\\d.])(?<four>(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d))(?![\\d]|\\.\\d)",
            "(?<![\\p{L}\\p{N}])(?<uuid>[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}|(?![0-9a-fA-F]{64}(?![0-9a-fA-F]))(?=[a-fA-F]*[0-9])[0-9a-fA-F]{16,128})(?![\\p{L}\\p{N}])",
            "(?<=/home/|/Users/|\\\\Users\\\\)(?<folder>[^/\\\\\\s]+)",
            "(?i:\\b(?:user|username|user_name|login|account|customer|uid|owner|principal|enduser\\.id))(?:\\s?[=:]\\s?)(?<user>[^\\s,;&\"'<>]+)",
            "(?i:\\b(?:host|hostname|server|instance|pod|node|machine|net\\.peer\\.name|server\\.address))(?:\\s?[=:]\\s?)(?<host>[^\\s,;&\"'<>]+)",
            "(?<=[?&][\\w.-]{1,40}=)(?<query>[^&\\s\"'<>#]+)",
            "(?<=(?<!\\p{N})/|\\p{L}/\\d{1,20}/)(?<id>\\d+|[\\p{L}-]*\\d[\\p{L}\\p{N}-]{7,})(?=[/?#,;)\\s]|$)",
            "(?<![\\w@/-])(?<!\\w\\.)(?<domain>(?i:(?:" + LABEL + "\\.)+" + TOP + "))(?![\\w(-])",
            "(?<![\\w.-])(?<service>[a-z][a-z0-9-]*)(?=:\\d{4,5}\\b)"));
    private static final List<String> GROUPS = List.of("mail", "login", "authority", "six", "four", "uuid", "folder", "user", "host", "query", "id", "domain", "service");
    private static final Map<String, String> KINDS = Map.ofEntries(Map.entry("mail", "mail"), Map.entry("login", "user"), Map.entry("authority", "host"),
            Map.entry("six", "address"), Map.entry("four", "address"), Map.entry("uuid", "id"), Map.entry("folder", "user"), Map.entry("user", "user"),
            Map.entry("host", "host"), Map.entry("query", "value"), Map.entry("id", "id"), Map.entry("domain", "host"), Map.entry("service", "host"));
    private static final Pattern SQL = Pattern.compile("(?i)\\b(select\\b.+\\bfrom|insert\\s+into|update\\b.+\\bset|delete\\s+from|where\\b[^;]*')");
    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'|(?<=[=<>(,]|[=<>(,]\\s)-?\\d+(?:\\.\\d+)?\\b");
    private static final Set<String> CODE = Set.of("java", "javax", "jdk", "sun", "kotlin", "scala");
    private static final Set<String> REVERSED = Set.of("com", "org", "net", "io", "de", "fr", "ch", "uk", "jakarta");
    private static final Set<String> KEPT = Set.of("localhost", "127.0.0.1", "::1");
    private static final int SHORTEST = 3;

    private final Map<String, String> pseudonyms = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, String> known;
    private final Optional<Pattern> names;

    /// @param hosts names of hosts that the data holds
    /// @param users names of people that the data holds
    public Redaction(Collection<String> hosts, Collection<String> users) {
        known = new HashMap<>();
        hosts.forEach(each -> known.put(each.toLowerCase(Locale.ROOT), "host"));
        users.forEach(each -> known.put(each.toLowerCase(Locale.ROOT), "user"));
        List<String> all = known.keySet().stream().filter(each -> each.length() >= SHORTEST)
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder())).toList();
        names = all.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])(?:" + all.stream().map(Pattern::quote).collect(Collectors.joining("|"))
                + ")(?![\\p{L}\\p{N}])"));
    }

    /// The report without such names.
    public Report of(Report report) {
        List<Verdict> verdicts = report.verdicts().stream().map(each -> new Verdict(each.level(), text(each.what()), figure(each.measured()), text(each.objective()), each.evidence())).toList();
        List<Report.Section> sections = report.sections().stream().map(each -> new Report.Section(each.id(), text(each.title()), each.blocks().stream().map(this::block).toList())).toList();
        return new Report(text(report.title()), text(report.subject()), verdicts, sections, report.recipe());
    }

    /// A text without such names.
    public String text(String text) {
        String first = names.map(pattern -> pattern.matcher(text).replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                pseudonym(known.getOrDefault(found.group().toLowerCase(Locale.ROOT), "host"), found.group())))).orElse(text);
        String second = SQL.matcher(first).find() ? LITERAL.matcher(first).replaceAll(found -> literal(found.group())) : first;
        return replace(second);
    }

    private String literal(String literal) {
        String name = pseudonym("value", literal);
        return java.util.regex.Matcher.quoteReplacement(literal.startsWith("'") ? "'" + name + "'" : name);
    }

    private String replace(String text) {
        StringBuilder out = new StringBuilder(text.length());
        java.util.regex.Matcher matcher = FORMS.matcher(text);
        int at = 0;
        while (matcher.find()) {
            String group = GROUPS.stream().filter(each -> matcher.group(each) != null).findFirst().orElseThrow();
            out.append(text, at, matcher.start(group)).append(replaced(group, matcher.toMatchResult(), text));
            at = matcher.end(group);
        }
        return out.append(text, at, text.length()).toString();
    }

    private String replaced(String group, MatchResult match, String text) {
        String found = match.group(group);
        boolean code = group.equals("domain") && code(found.toLowerCase(Locale.ROOT), text, match.end(group));
        return code || KEPT.contains(found.toLowerCase(Locale.ROOT)) || counts.keySet().stream().anyMatch(kind -> found.matches(kind + "-\\d+")) ? found
                : pseudonym(KINDS.getOrDefault(group, "value"), found);
    }

    /// Names of packages look like domains.
    private static boolean code(String found, String text, int end) {
        String first = found.substring(0, found.indexOf('.'));
        boolean goesOn = end + 1 < text.length() && text.charAt(end) == '.' && Character.isJavaIdentifierStart(text.charAt(end + 1));
        return CODE.contains(first) || goesOn && REVERSED.contains(first);
    }

    private String pseudonym(String kind, String name) {
        return pseudonyms.computeIfAbsent(kind + " " + name.toLowerCase(Locale.ROOT), _ -> kind + "-" + counts.merge(kind, 1, Integer::sum));
    }

    private Block block(Block block) {
        return switch (block) {
            case Block.Heading it -> new Block.Heading(text(it.text()));
            case Block.Text it -> new Block.Text(text(it.text()));
            case Block.Facts it -> new Block.Facts(it.facts().stream().map(each -> new Block.Fact(text(each.label()), figure(each.figure()), text(each.note()), each.supported())).toList());
            case Block.Table it -> table(it);
            case Block.Picture it -> new Block.Picture(it.id(), ChartWords.map(it.chart(), (UnaryOperator<String>) this::text), text(it.alternative()));
            case Block.Finding it -> new Block.Finding(it.tone(), text(it.title()), text(it.text()));
        };
    }

    private Block table(Block.Table table) {
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (List<Block.Cell> row : table.rows()) {
            rows.add(row.stream().map(cell -> new Block.Cell(text(cell.text()), cell.value(), cell.tone())).toList());
        }
        return new Block.Table(table.id(), text(table.title()), table.columns().stream().map(each -> new Block.Column(text(each.title()), each.number(), text(each.method()), each.interval())).toList(), rows, behind(table.behind()));
    }

    private Figure figure(Figure figure) {
        return new Figure(text(figure.text()), figure.interval(), figure.value(), figure.unit(), behind(figure.provenance()));
    }

    private Provenance behind(Provenance from) {
        return new Provenance(from.sources().stream().map(this::text).toList(), text(from.filter()), text(from.method()), from.n(), from.interval());
    }
}

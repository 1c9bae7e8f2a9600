package org.tailwright.cli;

import java.util.List;
import java.util.stream.Stream;
import org.tailwright.charts.Numbers;
import org.tailwright.statistics.comparison.Change;
import org.tailwright.statistics.comparison.Comparison;
import org.tailwright.statistics.comparison.ComparisonResult;
import org.tailwright.statistics.comparison.Judgement;

/// The verdicts as a test suite: worse fails, cannot tell is skipped.
final class JUnitXml {
    private JUnitXml() {}

    static String of(ComparisonResult result, String candidate) {
        StringBuilder cases = new StringBuilder();
        for (Change each : result.changes()) {
            cases.append("  <testcase classname=\"compare\" name=\"p").append(Numbers.percentileNumber(each.p())).append("\">");
            cases.append(outcome(each.judgement(), Comparison.interval(each.interval()) + " " + each.why())).append("</testcase>\n");
        }
        cases.append("  <testcase classname=\"compare\" name=\"verdict\">").append(outcome(result.verdict(), result.why())).append("</testcase>\n");
        List<Judgement> all = Stream.concat(result.changes().stream().map(Change::judgement), Stream.of(result.verdict())).toList();
        int failures = (int) all.stream().filter(each -> each == Judgement.WORSE).count();
        int skipped = (int) all.stream().filter(each -> each == Judgement.CANNOT_TELL).count();
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"" + escaped("tailwright compare " + candidate) + "\" tests=\"" + all.size() + "\" failures=\"" + failures
                + "\" skipped=\"" + skipped + "\">\n" + cases + "</testsuite>\n";
    }

    private static String outcome(Judgement judgement, String words) {
        return switch (judgement) {
            case WORSE -> "<failure message=\"" + escaped(words) + "\"/>";
            case CANNOT_TELL -> "<skipped message=\"" + escaped(words) + "\"/>";
            case SAME, BETTER -> "";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
    }
}

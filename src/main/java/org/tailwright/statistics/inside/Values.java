package org.tailwright.statistics.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tailwright.data.Selection;
import org.tailwright.work.Pool;
import org.tailwright.work.Work;

/// Values of the selected rows' own attributes: labels, statuses, hosts, threads and whatever the source has.
final class Values implements Contributor {
    /// A value must be this frequent in all rows to be tested at all, whatever it is inside: to choose by what is inside would be to test what
    /// already stood out.
    static final int FEWEST = 20;
    /// And this frequent inside to be shown.
    static final int SUPPORT = 10;
    private static final double LIFT = 1.2;
    /// Below this share of what there is to know a value is a curiosity.
    private static final double INFORMATION = 0.001;

    @Override
    public List<Tested> tested(Case question, Work work) {
        Set<String> filtered = question.selection().filters().stream().map(Selection.Filter::column).collect(Collectors.toSet());
        List<Attribute> attributes = question.population().attributes();
        return Pool.map(attributes.size(), work, a -> filtered.contains(attributes.get(a).name()) ? List.<Tested>of() : values(question, a, work))
                .stream().flatMap(List::stream).toList();
    }

    private static List<Tested> values(Case question, int a, Work work) {
        Counts in = question.counts().inside();
        Counts both = question.counts().both();
        Attribute attribute = question.population().attributes().get(a);
        double n = both.total();
        double inside = in.total();
        int blocks = both.rows().length;
        List<Tested> tested = new ArrayList<>();
        for (int slot = 0; slot < attribute.codes().length; slot++) {
            work.check();
            double all = sum(both.values()[a], slot * blocks, blocks);
            if (all < FEWEST || all == n) {
                continue;
            }
            double own = sum(in.values()[a], slot * blocks, blocks);
            double lift = own / inside / (all / n);
            double p = lift <= 1 ? 1 : Association.p(in.values()[a], both.values()[a], slot * blocks, in.rows(), both.rows());
            double gain = Association.gain(own, all, inside, n);
            Finding finding = new Finding(Finding.Kind.ATTRIBUTE,
                    new Finding.Subject(question.population().requests().name(), attribute.name(), attribute.value(slot)),
                    new Finding.Sides(own / inside, (all - own) / (n - inside), "share", (long) own),
                    new Finding.Strength(lift, gain, gain / Association.entropy(inside / n), p, 1));
            tested.add(new Tested(finding, own >= SUPPORT && lift >= LIFT && finding.strength().information() >= INFORMATION));
        }
        return tested;
    }

    private static double sum(int[] values, int from, int n) {
        double sum = 0;
        for (int i = from; i < from + n; i++) {
            sum += values[i];
        }
        return sum;
    }
}

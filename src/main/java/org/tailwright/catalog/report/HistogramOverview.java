package org.tailwright.catalog.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Histograms;
import org.tailwright.reports.Block;
import org.tailwright.reports.Provenance;
import org.tailwright.reports.Report;
import org.tailwright.statistics.omission.Standing;
import org.tailwright.work.Work;

/// Contributes percentiles of histograms by tag. Histograms cannot be filtered by label or band, and have no intervals of their percentiles.
final class HistogramOverview implements Contributor {
    private static final double[] SHOWN = {0.5, 0.9, 0.99, 0.999};

    @Override
    public Optional<Chapter> chapter() {
        return Optional.of(Chapter.STATISTICAL);
    }

    @Override
    public Contribution contribute(Material material, Inputs inputs, Work work) {
        List<List<Block.Cell>> rows = new ArrayList<>();
        material.all(Histograms.class).forEach(each -> each.tags().forEach(tag -> rows.add(row(each, tag))));
        if (rows.isEmpty()) {
            return Contribution.NONE;
        }
        List<Block.Column> columns = new ArrayList<>(List.of(new Block.Column("histograms", false), new Block.Column("tag", false), new Block.Column("values", true)));
        for (double p : SHOWN) {
            columns.add(new Block.Column(Numbers.percentile(p), true));
        }
        columns.add(new Block.Column("max", true));
        columns.add(new Block.Column("durations are", false));
        return Contribution.of(new Report.Section("histograms", "Histograms", List.of(new Block.Text("Whole files; a percentile is the upper end of its bucket. "
                + "Where only percentiles were printed, others stay empty, and those of several intervals are not put together. "
                + "Tags may speak of the same requests and are not added up."), new Block.Table("histograms", "", columns, rows).from(behind(material)))));
    }

    private static Provenance behind(Material material) {
        List<String> names = material.all(Histograms.class).map(Histograms::name).toList();
        long n = material.all(Histograms.class).mapToLong(each -> each.tags().stream().mapToLong(tag -> each.count(tag).orElse(0)).max().orElse(0)).sum();
        return new Provenance(names, "whole files", "", n, "none: histograms keep no order");
    }

    private static List<Block.Cell> row(Histograms histograms, String tag) {
        Optional<Histograms.Interval> whole = histograms.whole(tag);
        OptionalLong count = histograms.count(tag);
        List<Block.Cell> cells = new ArrayList<>(List.of(Block.Cell.of(histograms.name()), Block.Cell.of(tag.isEmpty() ? "(none)" : tag),
                count.isPresent() ? Block.Cell.of(Numbers.count(count.getAsLong()), count.getAsLong()) : Block.Cell.of("not told")));
        for (double p : SHOWN) {
            cells.add(duration(whole.map(each -> each.at(p).orElse(Double.NaN)).orElse(Double.NaN) * histograms.nanosPerUnit()));
        }
        double max = whole.map(each -> each.at(1).orElse(Double.NaN)).orElseGet(() -> histograms.exactMax(tag));
        cells.add(duration(max * histograms.nanosPerUnit()));
        cells.add(Block.Cell.of(switch (Standing.of(histograms, tag).kind()) {
            case SERVICE_TIME, INTENDED_KNOWN -> "service time";
            case FROM_INTENDED -> "response time from intended start";
            case CORRECTED -> "already corrected";
            case SERVER_SIDE -> "residence time";
            case UNKNOWN -> "unknown";
        }));
        return cells;
    }

    private static Block.Cell duration(double nanos) {
        return Block.Cell.of(Numbers.duration(nanos), nanos);
    }
}

package org.tailwright.statistics;

import java.util.Locale;
import org.tailwright.analyses.Grounds;
import org.tailwright.analyses.Inputs;
import org.tailwright.charts.Numbers;
import org.tailwright.data.Dataset;
import org.tailwright.data.Unit;
import org.tailwright.reports.Block;
import org.tailwright.reports.Figure;
import org.tailwright.reports.Provenance;

/// Percentiles and shares as figures and cells of a report.
public final class Figures {
    private static final double SHOWN = 0.01;

    private Figures() {}

    /// A percentile with its interval and what stands behind it.
    public static Figure percentile(Percentile each, Inputs inputs) {
        Provenance provenance = new Provenance(inputs.datasets().stream().map(Dataset::name).toList(), filter(inputs),
                each.p() >= 1 ? "maximum" : Quantiles.DEFINITION, each.n(), each.p() >= 1 || !each.hasInterval() ? each.why() : how(each.nEff()));
        return percentile(each, provenance);
    }

    /// The same with what stands behind it.
    public static Figure percentile(Percentile each, Provenance provenance) {
        return new Figure(plain(each), shown(each) ? interval(Numbers.duration(each.value(), each.low(), each.high())) : "", each.value(), Unit.DURATION, provenance);
    }

    /// Whether there is an interval to be shown: what leaves a maximum open by less than that many digits show is not.
    private static boolean shown(Percentile each) {
        return each.hasInterval() && (each.p() < 1 || each.high() - each.low() > SHOWN * each.value());
    }

    /// A share with its interval.
    public static Figure share(Shares.Share share, String text, Inputs inputs) {
        String interval = share.supported() ? interval(Numbers.percent(share.value(), share.low(), share.high())) : "";
        Provenance provenance = new Provenance(inputs.datasets().stream().map(Dataset::name).toList(), filter(inputs),
                "failed ÷ all", Math.round(share.n()), share.supported() ? "95 %, Wilson at n_eff " + Numbers.count((long) share.nEff()) : "");
        return new Figure(text, interval, share.value(), Unit.RATIO, provenance);
    }

    private static String how(double nEff) {
        return QuantileIntervals.METHOD + " " + Numbers.count((long) nEff);
    }

    /// The brackets at the end of a number with its interval.
    private static String interval(String whole) {
        return whole.substring(whole.lastIndexOf('['));
    }

    /// A percentile with its interval in words: "182 ms [179, 187]".
    public static String words(Percentile each) {
        return shown(each) ? Numbers.duration(each.value(), each.low(), each.high()) : plain(each);
    }

    /// A percentile without its interval; a maximum that the values do not carry is the least that it can be.
    public static String plain(Percentile each) {
        return (each.p() >= 1 && !each.supported() && !Double.isNaN(each.value()) ? "≥ " : "") + Numbers.duration(each.value());
    }

    /// A percentile as a cell; muted when the rows cannot carry it.
    public static Block.Cell cell(Percentile each) {
        return new Block.Cell(Double.isNaN(each.value()) ? Numbers.ABSENT : words(each), each.value(), each.supported() ? Block.Tone.PLAIN : Block.Tone.MUTED);
    }

    /// The selection in words; empty for everything.
    static String filter(Inputs inputs) {
        return Grounds.selection(inputs.selection(), inputs.zone());
    }

    /// With a capital and a full stop.
    public static String sentence(String words) {
        if (words.isEmpty()) {
            return words;
        }
        String begun = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return begun.endsWith(".") || begun.endsWith("?") ? begun : begun + ".";
    }
}

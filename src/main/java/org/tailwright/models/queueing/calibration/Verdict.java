package org.tailwright.models.queueing.calibration;

import java.util.List;
import java.util.stream.Collectors;
import org.tailwright.charts.Numbers;
import org.tailwright.models.queueing.calibration.CalibrationResult.Judged;
import org.tailwright.reports.Block.Tone;

/// Says whether a calibrated model may be used, from the tests of its assumptions and from the step that was held out.
final class Verdict {
    private static final double RARE = 0.05;
    private static final double CLOSE = 0.1;
    private static final double FAR = 0.25;
    private static final double FULL = 1.05;
    private static final double TAIL = 0.5; // p99 of one step scatters more than its mean

    private Verdict() {}

    static Check of(Judged judged, Station station, List<Check> checks) {
        String name = judged.model().with(station.servers(), Double.NaN);
        List<Check> against = checks.stream().filter(each -> each.tone() == Tone.BAD).toList();
        String outcome = outcome(judged, station);
        double off = off(judged, station);
        boolean inside = inside(judged);
        if (Double.isInfinite(judged.low().response())) {
            return new Check(Tone.BAD, "Do not use " + name + " here: it has no steady state on the held-out step", outcome);
        }
        if (!against.isEmpty()) {
            return new Check(Tone.BAD, "Do not use " + name + " here: " + against.stream().map(each -> lower(each.title())).collect(Collectors.joining(", ")), outcome);
        }
        if (!judged.measured().waiting().known() && !judged.measured().response().known()) {
            return new Check(Tone.WATCH, name + " cannot be judged: neither waiting nor response was measured at this station", outcome);
        }
        if (off > FAR && !inside && scattered(judged).bounded()) {
            return new Check(Tone.BAD, "Do not use " + name + " here: it misses the step that was held out", outcome);
        }
        if (judged.measured().utilisation() > FULL) {
            return new Check(Tone.WATCH, name + " cannot be judged: more was done on the step that was held out than its servers could do", outcome);
        }
        if (wide(judged)) {
            return new Check(Tone.WATCH, name + " cannot be judged: the service time is known too roughly for theory to be missed or met", outcome);
        }
        if (untested(judged, station)) {
            return new Check(Tone.WATCH, name + " agrees, but hardly anybody waited: its waiting line was not tested", outcome);
        }
        if (brief(judged)) {
            Mean measured = scattered(judged);
            return new Check(Tone.WATCH, name + " cannot be judged: the step that was held out is too short", outcome + (measured.bounded()
                    ? " So short a step, so busy, scatters by " + Numbers.percent(measured.half() / measured.value()) + " about the mean that theory tells." : " Too few visits or samples saw a line there for an interval."));
        }
        boolean good = off <= CLOSE || inside && near(judged, off);
        if (good && tailOff(judged) > TAIL) {
            return new Check(Tone.WATCH, name + " holds for the mean on the step that was held out, not for p99", outcome);
        }
        return good ? new Check(Tone.GOOD, name + " holds on the step that was held out", outcome)
                : new Check(Tone.WATCH, name + " is rough on the step that was held out", outcome);
    }

    private static String lower(String title) {
        return Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }

    private static boolean untested(Judged judged, Station station) {
        double service = station.service().value();
        double measured = judged.measured().waiting().known() ? judged.measured().waiting().value() : judged.measured().response().value() - service;
        return judged.theory().waiting() < RARE * service && measured < RARE * service;
    }

    /// The largest error as a share: of the response, of the throughput of a closed loop, and of the wait where waiting matters.
    private static double off(Judged judged, Station station) {
        double most = judged.measured().response().known() ? Math.abs(judged.responseError()) : 0;
        most = judged.model() == StationModel.CLOSED ? Math.max(most, Math.abs(judged.rateError())) : most;
        double measured = judged.measured().waiting().value();
        boolean matters = Math.max(measured, judged.theory().waiting()) > RARE * station.service().value();
        return judged.measured().waiting().known() && matters ? Math.max(most, Math.abs(judged.theory().waiting() / measured - 1)) : most;
    }

    /// How far p99 is off, as a share; 0 where theory or measurement has none.
    private static double tailOff(Judged judged) {
        double[] theory = judged.theory().quantiles();
        double[] measured = judged.measured().quantiles();
        return theory.length == 0 || measured.length == 0 ? 0 : Math.abs(theory[2] / measured[2] - 1);
    }

    /// Whether the range of theory and the interval of the measurement overlap, for the wait where it is known, else for the response; for a closed loop the throughput too.
    private static boolean inside(Judged judged) {
        boolean apart = judged.measured().waiting().known();
        Mean measured = scattered(judged);
        double low = apart ? judged.low().waiting() : judged.low().response();
        double high = apart ? judged.high().waiting() : judged.high().response();
        double rate = judged.measured().rate(); // falls where the service time rises
        boolean met = judged.model() != StationModel.CLOSED || judged.high().rate() <= rate && rate <= judged.low().rate() || Math.abs(judged.rateError()) <= CLOSE;
        return measured.bounded() && low <= measured.high() && high >= measured.low() && met;
    }

    /// The measured wait where it is known, else the response, with an interval that allows for how much so short a step scatters.
    private static Mean scattered(Judged judged) {
        Mean measured = judged.measured().waiting().known() ? judged.measured().waiting() : judged.measured().response();
        return measured.atLeast(judged.scatter());
    }

    /// Whether the held-out step is so short that its mean may lie farther from that of an endless one than what would be called a miss.
    private static boolean brief(Judged judged) {
        double scale = judged.measured().response().known() ? judged.measured().response().value() : judged.theory().response();
        return !(scattered(judged).half() <= FAR * scale);
    }

    /// Whether what theory and measurement have in common is no wide miss of the response, a part of which the wait may be.
    private static boolean near(Judged judged, double off) {
        return (judged.measured().response().known() ? Math.abs(judged.responseError()) : off) <= FAR;
    }

    /// Whether the service time leaves theory a range of the response wider than what would be called a miss.
    private static boolean wide(Judged judged) {
        double scale = judged.measured().response().known() ? judged.measured().response().value() : judged.theory().response();
        return !((judged.high().response() - judged.low().response()) / 2 <= FAR * scale);
    }

    /// The work that was done against what the servers of the model could do.
    private static String busy(double utilisation) {
        return utilisation > 1 ? ", where " + Numbers.percent(utilisation) + " of what the servers of this model could do was done" : ", " + Numbers.percent(utilisation) + " busy";
    }

    private static String outcome(Judged judged, Station station) {
        Mean waiting = judged.measured().waiting();
        Mean response = judged.measured().response();
        StringBuilder words = new StringBuilder("At " + judged.measured().name() + busy(judged.measured().utilisation()) + ", theory says ");
        if (waiting.known()) {
            words.append("a mean wait of ").append(range(judged.theory().waiting(), judged.low().waiting(), judged.high().waiting())).append(" and ").append(mean(waiting)).append(" was measured");
        } else if (response.known()) {
            words.append("a mean response of ").append(range(judged.theory().response(), judged.low().response(), judged.high().response())).append(" and ").append(mean(response))
                    .append(" was measured (").append(Numbers.change(judged.responseError())).append(")");
        } else {
            words.append("that ").append(Numbers.percent(judged.theory().utilisation())).append(" are busy; waiting was not measured");
        }
        if (judged.model() == StationModel.IMPATIENT) {
            words.append("; ").append(Numbers.percent(1 - judged.theory().rate() / judged.measured().rate())).append(" give up against ").append(Numbers.percent(judged.measured().failed()))
                    .append(" that failed");
        }
        if (judged.model() == StationModel.CLOSED) {
            words.append("; ").append(Numbers.rate(judged.theory().rate())).append(" against ").append(Numbers.rate(judged.measured().rate())).append(" measured");
        }
        if (judged.theory().quantiles().length > 0 && judged.measured().quantiles().length > 0) {
            words.append("; p99 of the response ").append(seconds(judged.theory().quantiles()[2])).append(" against ").append(seconds(judged.measured().quantiles()[2]));
        }
        return words.append('.').toString();
    }

    private static String mean(Mean mean) {
        return mean.bounded() ? range(mean.value(), mean.low(), mean.high()) : seconds(mean.value());
    }

    private static String range(double value, double low, double high) {
        return low == high || !Double.isFinite(low) || !Double.isFinite(high) || !Double.isFinite(value) ? seconds(value) : Numbers.duration(value * 1e9, low * 1e9, high * 1e9);
    }

    private static String seconds(double seconds) {
        return Double.isInfinite(seconds) ? "no end" : Numbers.duration(seconds * 1e9);
    }
}

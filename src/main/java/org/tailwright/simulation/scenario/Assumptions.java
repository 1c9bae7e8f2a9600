package org.tailwright.simulation.scenario;

import java.util.ArrayList;
import java.util.List;
import org.tailwright.charts.Numbers;
import org.tailwright.simulation.events.Network;
import org.tailwright.simulation.laws.Law;
import org.tailwright.simulation.laws.LawText;

/// What a simulation rests on, in sentences.
final class Assumptions {
    private Assumptions() {}

    static List<String> of(Scenario scenario) {
        Network network = scenario.variants().getFirst().network();
        List<String> all = new ArrayList<>();
        for (Network.Source source : network.sources()) {
            all.add(source.name() + ": " + switch (source.arrivals()) {
                case Network.Open(Law gap, List<Double> times, List<Double> rates) -> (gap.equals(new Law.Exponential(1)) ? "Poisson arrivals" : "gaps " + LawText.words(gap))
                        + (rates.size() == 1 ? " at " + Numbers.rate(rates.getFirst()) : ", " + Numbers.rate(rates.getFirst()) + " at " + seconds(times.getFirst()) + " to "
                                + Numbers.rate(rates.getLast()) + " at " + seconds(times.getLast())) + ", whatever happens to earlier requests";
                case Network.Closed(int users, Law think) -> Numbers.count(users) + " users who wait for their answer and then pause, " + LawText.words(think) + " s";
            });
        }
        for (Network.Station station : network.stations()) {
            all.add(station.name() + ": " + servers(station.size()) + ", own time " + Numbers.duration(station.work().time().mean() * 1e9) + " on average ("
                    + LawText.words(station.work().time()) + " s), " + discipline(station.work().discipline()));
        }
        all.add("A station holds its server while it calls others; a timed-out attempt is still worked on unless 'cancel' is set; balancers know at once"
                + " which instances are down; own times do not depend on each other or on the load.");
        return all;
    }

    private static String servers(Network.Size size) {
        return Numbers.count(size.instances()) + (size.instances() == 1 ? " instance of " : " instances of ") + Numbers.count(size.servers())
                + (size.servers() == 1 ? " server" : " servers");
    }

    private static String discipline(Network.Discipline discipline) {
        return switch (discipline) {
            case FIFO -> "first come, first served";
            case LIFO -> "last come, first served";
            case PS -> "servers shared by all inside";
            case PRIORITY -> "by priority, nobody interrupted";
        };
    }

    private static String seconds(double seconds) {
        return Numbers.duration(seconds * 1e9);
    }
}

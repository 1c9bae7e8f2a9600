package org.tailwright.simulation.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.simulation.laws.Law;
import org.tailwright.statistics.queueing.ErlangC;
import org.tailwright.work.Work;

/// The simulation against queueing theory. Each comparison allows four standard errors of its runs; times are in seconds.
class ClosedFormsTest {
    private static final int RUNS = 16;

    @ParameterizedTest
    @CsvSource({"0.3", "0.6", "0.8", "0.9"})
    void oneServer(double rho) {
        Simulated answer = run(Nets.of(rho, Nets.plain("s", 1, Nets.ONE)), 30_000 / (1 - rho));
        within("mean", 1 / (1 - rho), answer.numbers().mean());
        within("median", Math.log(2) / (1 - rho), answer.numbers().p50());
        within("p99", Math.log(100) / (1 - rho), answer.numbers().p99());
        assertEquals(rho, busy(answer, 0), 0.02);
        assertEquals(rho * rho / (1 - rho), waiting(answer, 0), 0.05 * rho * rho / (1 - rho) + 0.01);
    }

    @ParameterizedTest
    @CsvSource({"2, 0.5", "2, 0.85", "8, 0.7", "8, 0.9"})
    void manyServers(int servers, double rho) {
        Simulated answer = run(Nets.of(servers * rho, Nets.plain("s", servers, Nets.ONE)), 20_000 / (1 - rho) / servers);
        double wait = ErlangC.tail(servers, servers * rho, 1, 1e-9) >= 0 ? erlangC(servers, servers * rho) / (servers * (1 - rho)) : Double.NaN;
        within("mean", 1 + wait, answer.numbers().mean());
        Interval p99 = answer.numbers().p99();
        assertEquals(0.01, ErlangC.tail(servers, servers * rho, 1, p99.value() / 1e9), 0.0012);
    }

    /// Pollaczek and Khinchine.
    @ParameterizedTest
    @CsvSource({"constant, 0.7", "uniform, 0.7", "lognormal, 0.5", "lognormal, 0.8"})
    void anyService(String kind, double rho) {
        Law law = switch (kind) {
            case "constant" -> new Law.Constant(1);
            case "uniform" -> new Law.Uniform(0.5, 1.5);
            default -> new Law.LogNormal(-0.5, 1);
        };
        Simulated answer = run(Nets.of(rho, Nets.plain("s", 1, law)), 60_000 / (1 - rho));
        within("mean", 1 + rho * (1 + law.variance()) / (2 * (1 - rho)), answer.numbers().mean());
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 0.9", "2, 4, 1.6", "1, 0, 2"})
    void finiteQueue(int servers, int places, double offered) {
        Network.Station station = Nets.station("s", servers, Nets.ONE, Network.Discipline.FIFO, new Network.Guard(places, 0, Network.UNLIMITED), List.of(),
                List.of());
        Simulated answer = run(Nets.of(offered, station), 30_000);
        double term = 1;
        double sum = 1;
        for (int k = 1; k <= servers + places; k++) {
            term *= offered / Math.min(k, servers);
            sum += term;
        }
        within("lost", term / sum, scaled(answer.health().errors(), 1e9));
    }

    /// A shared server: the mean depends on the mean service alone.
    @ParameterizedTest
    @CsvSource({"exponential, 0.8", "lognormal, 0.6", "constant, 0.8"})
    void sharing(String kind, double rho) {
        Law law = kind.equals("constant") ? new Law.Constant(1) : kind.equals("exponential") ? Nets.ONE : new Law.LogNormal(-0.5, 1);
        Network.Station station = Nets.station("s", 1, law, Network.Discipline.PS, Network.Guard.OPEN, List.of(), List.of());
        Simulated answer = run(Nets.of(rho, station), 30_000 / (1 - rho));
        within("mean", 1 / (1 - rho), answer.numbers().mean());
        assertEquals(rho, busy(answer, 0), 0.02);
    }

    @Test
    void lastComeFirstServed() {
        Network.Station station = Nets.station("s", 1, Nets.ONE, Network.Discipline.LIFO, Network.Guard.OPEN, List.of(), List.of());
        Simulated answer = run(Nets.of(0.8, station), 100_000);
        within("mean", 5, answer.numbers().mean());
        assertTrue(answer.numbers().p99().value() > 1.3e9 * Math.log(100) / 0.2, "a stack scatters more than a line");
    }

    /// Cobham: two classes, nobody interrupted.
    @Test
    void priorities() {
        Network.Station station = Nets.station("s", 1, Nets.ONE, Network.Discipline.PRIORITY, Network.Guard.OPEN, List.of(), List.of());
        List<Network.Source> sources = List.of(new Network.Source("high", 0, Network.Open.poisson(0.3), 0, Policy.NONE),
                new Network.Source("low", 0, Network.Open.poisson(0.5), 5, Policy.NONE));
        Network network = new Network(List.of(station), sources, List.of());
        for (int source = 0; source < 2; source++) {
            Replications.Plan one = Nets.plan(100_000, RUNS);
            Simulated answer = Replications.of(network, new Replications.Plan(one.length(), one.start(), RUNS, RUNS, 0, source), 3, Work.NONE);
            within("class " + source, 1 + (source == 0 ? 0.8 / 0.7 : 0.8 / (0.7 * 0.2)), answer.numbers().mean());
        }
    }

    /// Jackson: three stations with feedback; every one as if alone.
    @Test
    void openNetwork() {
        Network.Station one = Nets.station("a", 1, new Law.Exponential(0.5), Network.Discipline.FIFO, Network.Guard.OPEN, List.of(),
                List.of(new Network.Route(1, 0.6), new Network.Route(2, 0.2)));
        Network.Station two = Nets.station("b", 2, Nets.ONE, Network.Discipline.FIFO, Network.Guard.OPEN, List.of(), List.of(new Network.Route(0, 0.3)));
        Network network = Nets.of(1, one, two, Nets.plain("c", 1, new Law.Exponential(0.8)));
        Simulated answer = run(network, 40_000);
        double a = 1 / (1 - 0.6 * 0.3);
        double b = 0.6 * a;
        double c = 0.2 * a;
        double inside = a / 2 / (1 - a / 2) + b + erlangC(2, b) * (b / 2) / (1 - b / 2) + 0.8 * c / (1 - 0.8 * c);
        within("mean", inside, answer.numbers().mean());
        assertEquals(a / 2, busy(answer, 0), 0.01);
        assertEquals(b / 2, busy(answer, 1), 0.01);
        assertEquals(0.8 * c, busy(answer, 2), 0.01);
    }

    /// Closed, against exact mean value analysis: 10 users, think 5, two stations.
    @Test
    void closedNetwork() {
        Network.Station one = Nets.station("a", 1, Nets.ONE, Network.Discipline.FIFO, Network.Guard.OPEN, List.of(), List.of(new Network.Route(1, 1)));
        Network.Station two = Nets.plain("b", 1, new Law.Exponential(0.4));
        Network network = new Network(List.of(one, two), List.of(new Network.Source("users", 0, new Network.Closed(10, new Law.Exponential(5)), 0, Policy.NONE)),
                List.of());
        double qa = 0;
        double qb = 0;
        double response = 0;
        double x = 0;
        for (int n = 1; n <= 10; n++) {
            double ra = 1 + qa;
            double rb = 0.4 * (1 + qb);
            response = ra + rb;
            x = n / (5 + response);
            qa = x * ra;
            qb = x * rb;
        }
        Simulated answer = run(network, 40_000);
        within("response", response, answer.numbers().mean());
        within("throughput", x, scaled(answer.numbers().goodput(), 1e9));
    }

    /// A caller holds its server while it calls: one server with the service of both.
    @Test
    void callsHoldTheCaller() {
        Network network = Nets.of(0.4, Nets.calling("front", 1, new Law.Constant(1), new Network.Call(1, 1, false, Policy.NONE)),
                Nets.plain("back", 50, Nets.ONE));
        Simulated answer = run(network, 100_000);
        within("mean", 2 + 0.8 * (1 + 1 / 4.0) / (2 * (1 - 0.8)) * 2, answer.numbers().mean());
        assertEquals(0.8, busy(answer, 0), 0.01);
    }

    /// Parallel calls end with the slowest: the mean of the largest of three exponential times is 1 + 1/2 + 1/3.
    @Test
    void parallelCallsWaitForTheSlowest() {
        Network.Call call = new Network.Call(1, 3, false, Policy.NONE);
        Network.Station front = new Network.Station("front", new Network.Size(1, 1000, 1, Network.Balance.ROUND, Optional.empty()),
                new Network.Work(new Law.Constant(0), Network.Discipline.FIFO, true, 0, Optional.empty()), Network.Guard.OPEN, List.of(call), List.of());
        Simulated answer = run(Nets.of(5, front, Nets.plain("back", 1000, Nets.ONE)), 10_000);
        within("mean", 1 + 1 / 2.0 + 1 / 3.0, answer.numbers().mean());
    }

    /// A load that rises in a straight line sends its integral.
    @Test
    void loadOverTime() {
        Network.Open open = new Network.Open(new Law.Exponential(1), List.of(0.0, 100.0, 100.0, 200.0), List.of(0.0, 50.0, 10.0, 10.0));
        Network network = new Network(List.of(Nets.plain("s", 1000, new Law.Constant(0))), List.of(new Network.Source("users", 0, open, 0, Policy.NONE)),
                List.of(new Fault(Fault.Kind.SPIKE, 0, 150_000_000_000L, 10_000_000_000L, 3, 0)));
        Replications.Plan plan = new Replications.Plan(new Loop.Length(200_000_000_000L, 20), new Replications.Start(0, 0.99, Double.POSITIVE_INFINITY), 32, 32, 0,
                0);
        Simulated answer = Replications.of(network, plan, 1, Work.NONE);
        double[] goodput = answer.goodput().middle();
        within("all", (2500 + 1000 + 200) / 200.0, scaled(answer.numbers().goodput(), 1e9));
        assertEquals(22.5, goodput[4], 1.5);
        assertEquals(10, goodput[12], 1);
        assertEquals(30, goodput[15], 1.7);
    }

    /// Nominal 95 % intervals of mean and p99 from eight runs, with the warm-up found by the rule.
    @Test
    void intervalsCover() {
        Network network = Nets.of(0.7, Nets.plain("s", 1, Nets.ONE));
        Replications.Plan plan = new Replications.Plan(new Loop.Length(8_000_000_000_000L, 100), new Replications.Start(-1, 0.99, Double.POSITIVE_INFINITY), 8, 8, 0,
                0);
        int mean = 0;
        int tail = 0;
        int experiments = 150;
        for (int i = 0; i < experiments; i++) {
            Simulated answer = Replications.of(network, plan, 1000 + i, Work.NONE);
            mean += covers(answer.numbers().mean(), 1e9 / 0.3) ? 1 : 0;
            tail += covers(answer.numbers().p99(), 1e9 * Math.log(100) / 0.3) ? 1 : 0;
        }
        // 95 % of 150 is 142.5 with a standard deviation of 2.7; three of them are allowed.
        assertTrue(mean >= 134, "mean covered " + mean + " of " + experiments);
        assertTrue(tail >= 134, "p99 covered " + tail + " of " + experiments);
    }

    @Test
    void stopsAtTheWantedPrecision() {
        Network network = Nets.of(0.7, Nets.plain("s", 1, Nets.ONE));
        Loop.Length length = new Loop.Length(50_000_000_000_000L, 100);
        Replications.Plan plan = new Replications.Plan(length, new Replications.Start(-1, 0.99, Double.POSITIVE_INFINITY), 5, 200, 0.03, 0);
        Simulated answer = Replications.of(network, plan, 7, Work.NONE);
        assertTrue(answer.precise());
        assertTrue(answer.runs() < 200 && answer.numbers().p99().relative() <= 0.03, answer.runs() + " runs, " + answer.numbers().p99());
        within("p99", Math.log(100) / 0.3, answer.numbers().p99());
    }

    /// One long run: quantiles of batches.
    @Test
    void batchesOfOneRun() {
        Network network = Nets.of(0.5, Nets.plain("s", 1, Nets.ONE));
        Replications.Plan plan = new Replications.Plan(new Loop.Length(400_000_000_000_000L, 100), new Replications.Start(-1, 0.99, Double.POSITIVE_INFINITY), 1, 1, 0,
                0);
        Simulated answer = Replications.of(network, plan, 7, Work.NONE);
        assertEquals(20, answer.runs(), 3);
        within("p99", Math.log(100) / 0.5, answer.numbers().p99());
    }

    private static boolean covers(Interval interval, double truth) {
        return interval.low() <= truth && truth <= interval.high();
    }

    private static Simulated run(Network network, double seconds) {
        return Replications.of(network, Nets.plan(seconds, RUNS), 11, Work.NONE);
    }

    private static Interval scaled(Interval interval, double by) {
        return new Interval(interval.value() * by, interval.low() * by, interval.high() * by, interval.runs());
    }

    /// The half-width of a 95 % interval over 16 runs is 2.13 standard errors.
    private static void within(String what, double seconds, Interval interval) {
        double error = (interval.high() - interval.low()) / 2 / 2.13;
        assertTrue(interval.relative() < 0.08, what + " is not precise enough to be compared: " + interval);
        assertEquals(seconds, interval.value() / 1e9, 4 * error / 1e9 + 1e-4 * seconds, what + " " + interval);
    }

    private static double erlangC(int servers, double load) {
        double blocked = 1;
        for (int k = 1; k <= servers; k++) {
            blocked = load * blocked / (k + load * blocked);
        }
        return blocked / (1 - load / servers * (1 - blocked));
    }

    private static double busy(Simulated answer, int station) {
        return average(answer.stations().get(station).busy().middle());
    }

    private static double waiting(Simulated answer, int station) {
        return average(answer.stations().get(station).waiting().middle());
    }

    private static double average(double[] values) {
        return java.util.Arrays.stream(values, values.length / 10, values.length).average().orElseThrow();
    }
}

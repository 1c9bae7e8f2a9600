package org.tailwright.catalog.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.data.Column;
import org.tailwright.data.Doubles;
import org.tailwright.data.LoadPoints;
import org.tailwright.data.Origin;
import org.tailwright.data.Trust;
import org.tailwright.data.Table;
import org.tailwright.data.Unit;
import org.tailwright.models.scalability.Usl;
import org.tailwright.simulation.CapacityForecast;
import org.tailwright.simulation.Scaling;
import org.tailwright.simulation.ServersNeeded;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

class UslReplicatesTest {
    private static final Usl LAW = new Usl(0.03, 0.002, 100);
    private static final Map<String, String> ASKED = Map.of("load", "600", "growth", "0", "wobble", "0", "months", "1", "draws", "20000", "scaling", "data");

    @Test
    void coefficientsOfOneReplicateStayTogether() {
        Scaling.Replicates found = (Scaling.Replicates) ((Outcome.Answer<Scaling>) UslReplicates.of(Inputs.of(points(LoadPoints.Axis.NODES, 0.02)), true, Work.NONE)).result();
        double[] alphas = found.fits().stream().mapToDouble(Scaling.Replicates.Fit::alpha).toArray();
        double[] betas = found.fits().stream().mapToDouble(Scaling.Replicates.Fit::beta).toArray();
        assertTrue(new PearsonsCorrelation().correlation(alphas, betas) < -0.7, "contention and coherency of one fit trade off against each other");
        assertTrue(java.util.Arrays.stream(betas).allMatch(each -> each >= 0));
        int middle = found.fits().size() / 2;
        assertEquals(alphas[middle], found.alpha((middle + 0.5) / found.fits().size()));
        assertEquals(betas[middle], found.beta((middle + 0.5) / found.fits().size()));
        assertEquals(0.01, found.service(9, 0.5), 0.001);
    }

    /// A law without noise gives the number that the law itself gives: the fewest servers with X(c) above 600/s are 8, because X(8) = 602 and X(7) = 553.
    @Test
    void aLawWithoutNoiseGivesItsOwnNumber() {
        assertTrue(LAW.throughput(8) > 600 && LAW.throughput(7) < 600, LAW.throughput(8) + " " + LAW.throughput(7));
        ServersNeeded needed = servers(ASKED, points(LoadPoints.Axis.NODES, 0));
        assertTrue(needed.confidences().stream().allMatch(each -> each.servers() == 8), needed.confidences().toString());
        double peak = java.util.stream.IntStream.rangeClosed(1, 100).mapToDouble(LAW::throughput).max().orElseThrow();
        assertEquals(peak, needed.drawn().most(), 0.001 * peak);
    }

    /// With noise the share of futures in which 8 servers are too few is the share of replicates whose X(8) is below the load.
    @Test
    void theRiskIsTheShareOfReplicates() {
        LoadPoints points = points(LoadPoints.Axis.NODES, 0.03);
        Scaling.Replicates found = (Scaling.Replicates) ((Outcome.Answer<Scaling>) UslReplicates.of(Inputs.of(points), true, Work.NONE)).result();
        CapacityForecast forecast = ((Outcome.Answer<CapacityForecast>) CapacityAnalyses.CAPACITY.run(Inputs.of(points), with(ASKED, "servers", "8"), Work.NONE).outcome()).result();
        double below = found.fits().stream().filter(each -> new Usl(each.alpha(), each.beta(), 1 / each.seconds()).throughput(8) <= 600).count() / (double) found.fits().size();
        assertTrue(below > 0.05 && below < 0.95, "the test needs a doubtful number, not " + below);
        assertEquals(below, forecast.months().getFirst().breachIn().value(), 4 * forecast.months().getFirst().breachIn().error() + 0.002);
        assertTrue(forecast.assumed().get("USL coefficients").contains("2,000 bootstrap replicates of the USL of nodes"), forecast.assumed().toString());
        assertTrue(forecast.assumed().get("service demand").startsWith("1/γ of the same replicate"), forecast.assumed().toString());
        assertEquals("USL coefficients", forecast.sensitivity().getFirst().input());
        assertTrue(forecast.sensitivity().getFirst().rank() > 0.99, forecast.sensitivity().toString());
    }

    @Test
    void usersAreNoServers() {
        assertTrue(why(points(LoadPoints.Axis.USERS, 0.02)).contains("counts users"));
        assertTrue(((Outcome.NotApplicable<ServersNeeded>) CapacityAnalyses.SERVERS.run(Inputs.of(), ASKED, Work.NONE).outcome()).why().contains("load points"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> CapacityAnalyses.SERVERS.form().parse(with(ASKED, "alpha", "0.1"))).getMessage().contains("--alpha"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> CapacityAnalyses.SERVERS.form().parse(with(ASKED, "correlations", "load now~contention:0.5"))).getMessage()
                .contains("USL coefficients"));
    }

    @Test
    void whatTheLoadCountsIsSaidWhereItIsAssumed() {
        ServersNeeded needed = servers(ASKED, points(LoadPoints.Axis.UNKNOWN, 0.02));
        assertTrue(needed.assumed().get("contention").contains("taken to count servers"), needed.assumed().toString());
        ServersNeeded listed = servers(with(ASKED, "list-draws", "5"), points(LoadPoints.Axis.NODES, 0.02));
        assertEquals(List.copyOf(listed.assumed().keySet()).size() + 1, listed.drawn().list().getFirst().size());
        assertTrue(listed.drawn().list().stream().allMatch(row -> row.get(2) > 0.005 && row.get(2) < 0.02), listed.drawn().list().toString());
    }

    private static Map<String, String> with(Map<String, String> typed, String id, String text) {
        Map<String, String> more = new HashMap<>(typed);
        more.put(id, text);
        return more;
    }

    private static ServersNeeded servers(Map<String, String> typed, LoadPoints points) {
        return ((Outcome.Answer<ServersNeeded>) CapacityAnalyses.SERVERS.run(Inputs.of(points), typed, Work.NONE).outcome()).result();
    }

    private static String why(LoadPoints points) {
        return ((Outcome.NotApplicable<ServersNeeded>) CapacityAnalyses.SERVERS.run(Inputs.of(points), ASKED, Work.NONE).outcome()).why();
    }

    private static LoadPoints points(LoadPoints.Axis axis, double noise) {
        RandomGenerator random = Seeds.stream(4, "points", 0);
        double[] loads = {1, 1, 2, 2, 3, 4, 4, 5, 6, 6, 8, 8, 10, 12, 12};
        double[] throughputs = new double[loads.length];
        for (int i = 0; i < loads.length; i++) {
            throughputs[i] = LAW.throughput(loads[i]) * (1 + noise * random.nextGaussian());
        }
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        columns.put(LoadPoints.LOAD, Doubles.of(Unit.COUNT, loads));
        columns.put(LoadPoints.THROUGHPUT, Doubles.of(Unit.PER_SECOND, throughputs));
        return new LoadPoints(new Origin("nodes", Path.of("nodes.csv"), "made up", Trust.clean(1)), Table.of(columns), axis);
    }
}

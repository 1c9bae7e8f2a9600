package org.tailwright.catalog.capacity;

import java.util.List;
import java.util.Optional;
import org.tailwright.analyses.Inputs;
import org.tailwright.analyses.Outcome;
import org.tailwright.data.LoadPoints;
import org.tailwright.models.scalability.Measured;
import org.tailwright.models.scalability.UslBootstrap;
import org.tailwright.models.scalability.UslFit;
import org.tailwright.models.scalability.UslFits;
import org.tailwright.models.scalability.UslForm;
import org.tailwright.simulation.Scaling;
import org.tailwright.work.Work;

/// Hands the bootstrap replicates of a scalability law over to simulations: contention, coherency and throughput of one server as they belong together.
public final class UslReplicates {
    private static final int REPLICATES = 2000;

    private UslReplicates() {}

    /// Replicates of the law fitted to load points whose load counts servers, β at 0 or above.
    static Outcome<Scaling> of(Inputs inputs, boolean demand, Work work) {
        Optional<LoadPoints> given = inputs.first(LoadPoints.class);
        if (given.isEmpty()) {
            return Outcome.not("--scaling data needs load points of runs with different numbers of servers: a file with the columns servers and throughput.");
        }
        LoadPoints points = given.get();
        String counts = switch (points.axis()) {
            case USERS, WORKERS -> points.axis().words();
            case NODES, UNKNOWN -> "";
        };
        if (!counts.isEmpty()) {
            return Outcome.not("The load of " + points.name() + " counts " + counts + ", so its law says nothing about how many servers are needed: measure with different numbers of servers, or type"
                    + " --efficiency as an assumption. If the column does count servers, --unit load=servers says so.");
        }
        Measured measured = Measured.present(points.loads(), points.throughputs());
        Optional<String> obstacle = measured.obstacle(UslForm.USL3);
        if (obstacle.isPresent()) {
            return Outcome.not("No scalability law was fitted: " + obstacle.get() + ".");
        }
        UslFit fit = UslFits.bounded(UslForm.USL3, measured);
        List<Scaling.Replicates.Fit> fits = UslBootstrap.of(fit, UslBootstrap.Way.RESIDUALS, REPLICATES, true, inputs.seed(), work).laws().stream()
                .filter(each -> each.gamma() > 0 && Double.isFinite(each.alpha())).map(each -> new Scaling.Replicates.Fit(each.alpha(), Math.max(0, each.beta()), 1 / each.gamma())).toList();
        if (fits.size() < REPLICATES / 2) {
            return Outcome.not("The scalability law of " + points.name() + " is too uncertain: most bootstrap replicates have no throughput of one server.");
        }
        String assumed = points.axis() == LoadPoints.Axis.UNKNOWN ? ", whose load is taken to count servers (--unit load=servers says that it does)" : "";
        return Outcome.answer(new Scaling.Replicates(fits, demand, "the USL of " + points.name() + assumed + " (" + measured.size() + " points, measured up to "
                + Math.round(measured.highestLoad()) + " servers)"));
    }
}

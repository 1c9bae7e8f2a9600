package org.tailwright.models;

import java.util.List;
import org.tailwright.analyses.Analysis;
import org.tailwright.models.laws.DemandAnalysis;
import org.tailwright.models.laws.LawsAnalysis;
import org.tailwright.models.queueing.QueueAnalysis;
import org.tailwright.models.queueing.calibration.CalibrateAnalysis;
import org.tailwright.models.queueing.pool.PoolAnalysis;
import org.tailwright.models.scalability.CapacityAnalysis;
import org.tailwright.models.scalability.LoadPointsAnalysis;
import org.tailwright.models.scalability.UslAnalysis;

/// All analyses of this package.
public final class ModelAnalyses {
    /// In the order people see them.
    public static final List<Analysis<?, ?>> ALL =
            List.of(UslAnalysis.USL, LoadPointsAnalysis.LOAD_POINTS, CapacityAnalysis.CAPACITY, QueueAnalysis.QUEUE, CalibrateAnalysis.CALIBRATE, PoolAnalysis.POOL, LawsAnalysis.LAWS, DemandAnalysis.DEMANDS);

    private ModelAnalyses() {}
}

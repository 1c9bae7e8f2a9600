package org.tailwright.simulation;

import org.tailwright.simulation.laws.Law;

/// What is asked of a capacity simulation. All uncertain numbers are uncertainties of averages, not the scatter of single requests.
///
/// @param demand what arrives and what it needs
/// @param station who serves it
/// @param objective what should hold
/// @param months months looked ahead, from 1
/// @param draws number of drawn futures
/// @param design how inputs are drawn together
public record CapacityQuestion(Demand demand, Station station, Objective objective, int months, long draws, Design design) {
    /// @param rate arrivals per second in the busy hour now
    /// @param growth growth per month as a share, one value for the whole path of a draw
    /// @param wobble standard deviation of single months around that path, as a share
    /// @param service mean service demand of a request, seconds
    public record Demand(Law rate, Law growth, double wobble, Law service) {}

    /// @param servers number of servers, rounded to whole ones of at least 1
    /// @param efficiency share of a server's speed left beside the others, up to 1
    /// @param scaling what servers lose beside each other
    public record Station(Law servers, Law efficiency, Scaling scaling) {}

    /// @param utilisation highest utilisation, in (0, 1]
    /// @param p percentile of the response time, in (0, 1)
    /// @param latencyNanos its limit; infinite when only utilisation counts
    public record Objective(double utilisation, double p, double latencyNanos) {}
}

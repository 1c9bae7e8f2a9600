package org.tailwright.models.laws;

import java.util.List;
import org.tailwright.reports.Block;

/// The answer of the analysis `laws`. Times are in seconds.
///
/// @param laws each law with what it says of these data
/// @param steps the load steps; empty where the run was not held in steps
/// @param visits how often and how long a request uses each operation; empty without spans
/// @param bounds what no step may exceed
public record LawsResult(List<Law> laws, List<Step> steps, List<Visit> visits, Bounds bounds) {
    /// A law and its check.
    ///
    /// @param tone [Block.Tone#BAD] when the data break it, MUTED when it cannot be checked
    /// @param formula as it is written
    /// @param text the numbers
    public record Law(Block.Tone tone, String title, String formula, String text) {}

    /// One load step.
    ///
    /// @param users N
    /// @param rate X per second, failures too
    /// @param response mean R
    /// @param little X(R + Z), which should be N where N was counted
    /// @param interactive N/X − Z, which should be R
    /// @param most the asymptotic bound of X at this N; NaN where unknown
    public record Step(double users, double rate, double response, double little, double interactive, double most) {
        /// How far Little's law is off, as a share.
        public double off() {
            return little / users - 1;
        }
    }

    /// Use of an operation by one request.
    ///
    /// @param visits V, mean number per trace
    /// @param seconds mean time of a visit
    public record Visit(String operation, double visits, double seconds) {
        /// Time per request, V·S.
        public double demand() {
            return visits * seconds;
        }
    }

    /// Asymptotic bounds X ≤ min(N/(D + Z), 1/Dmax).
    ///
    /// @param total D, time of a request without waiting
    /// @param largest Dmax of the bottleneck
    /// @param think Z
    /// @param origin where D and Dmax come from
    public record Bounds(double total, double largest, double think, String origin) {
        /// Highest throughput at N.
        public double at(double users) {
            return Math.min(users / (total + think), 1 / largest);
        }

        /// The number of users at which the two bounds meet.
        public double knee() {
            return (total + think) / largest;
        }
    }

    public LawsResult {
        laws = List.copyOf(laws);
        steps = List.copyOf(steps);
        visits = List.copyOf(visits);
    }
}

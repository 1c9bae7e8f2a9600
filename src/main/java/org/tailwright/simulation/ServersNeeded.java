package org.tailwright.simulation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How many servers are needed.
///
/// @param confidences servers by the share of futures in which they are enough
/// @param options numbers of servers with their risk and price
/// @param drivers what drives the need
/// @param convergence share of futures that the 95 % answer carries, as draws were added
/// @param assumed laws of the inputs in words
/// @param drawn how it was drawn
public record ServersNeeded(List<Confidence> confidences, List<Option> options, List<Driver> drivers, List<Sample.Running> convergence, Map<String, String> assumed,
        Drawn drawn) {
    /// @param share of the drawn futures
    /// @param servers fewest that hold the objective in them all the time; infinite when no number does
    /// @param low lower end of the 95 % interval by simulation error
    /// @param high upper end
    public record Confidence(double share, double servers, double low, double high) {}

    /// @param breach share of futures in which they are too few
    /// @param costMonth price a month; 0 without prices
    /// @param costMillion price for a million requests if every hour were as busy as the busy hour of the last month, median without scatter and factor: a lower bound
    /// @param energyMonth kilowatt-hours a month
    /// @param carbonMonth kilograms of CO2 a month
    public record Option(int servers, Sample.Estimate breach, double costMonth, double costMillion, double energyMonth, double carbonMonth) {}

    /// Influence of an input on the servers needed, by variance.
    ///
    /// @param share of the variance: Sobol's first-order index of independent inputs, the Shapley effect of correlated ones
    /// @param total Sobol's total index; NaN for correlated inputs
    /// @param error standard error of the share
    public record Driver(String input, double share, double total, double error) {}

    /// @param draws drawn futures
    /// @param precise whether the wanted precision ended it
    /// @param design in words; empty for independent draws
    /// @param list draws one by one: inputs in the order of `assumed`, then servers needed
    /// @param risks share of futures in which servers are too few, by their number
    /// @param most requests per second that no number of servers exceeds: at the medians of typed laws, in the middle one of fits; infinite where servers lose nothing
    public record Drawn(long draws, boolean precise, boolean correlated, String design, List<List<Double>> list, List<Risk> risks, double most) {
        public Drawn {
            risks = List.copyOf(risks);
            list = List.copyOf(list);
        }
    }

    /// One point of the curve of risk.
    public record Risk(int servers, double tooFew) {}

    public ServersNeeded {
        confidences = List.copyOf(confidences);
        options = List.copyOf(options);
        drivers = List.copyOf(drivers);
        convergence = List.copyOf(convergence);
        assumed = Collections.unmodifiableMap(new LinkedHashMap<>(assumed));
    }
}

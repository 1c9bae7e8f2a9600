package org.tailwright.simulation;

/// What is asked about the number of servers.
///
/// @param base demand, station (its servers are not used), objective, months, most draws and the design
/// @param factor load on top of growth in the last month: 3 for a day with three times the load
/// @param precision wanted 95 % half-width of the share of futures that the 95 % answer carries; 0 draws all
/// @param prices what servers cost
/// @param listed draws that are listed one by one
public record ServersQuestion(CapacityQuestion base, double factor, double precision, Prices prices, int listed) {
    /// Prices by factors that the user gives; 0 where unknown.
    ///
    /// @param month of a server, in any currency
    /// @param watts drawn by a server
    /// @param carbon grams of CO2 for a kilowatt-hour
    public record Prices(double month, double watts, double carbon) {}
}

/// The load driver: a closed-loop staircase of users, then an open loop of Poisson arrivals.
///
/// Read [LoadDriver] first. It runs in its own process, so the service's garbage collection does not stop it.
package org.tailwright.demo.load;

package org.tailwright.simulation.scenario;

/// What a scenario asks to be optimised.
///
/// @param space the configurations
/// @param probability with which a run is to hold the objective, below 1
/// @param evaluations configurations simulated at most while choosing
/// @param runs of each while choosing
/// @param confirm fresh runs of those on the short list; 0 for as many as can prove the probability
public record Search(Space space, double probability, int evaluations, int runs, int confirm) {}

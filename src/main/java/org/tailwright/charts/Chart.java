package org.tailwright.charts;

/// A chart as data.
public record Chart() {}

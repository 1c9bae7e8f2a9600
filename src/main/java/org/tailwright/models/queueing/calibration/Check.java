package org.tailwright.models.queueing.calibration;

import org.tailwright.reports.Block;

/// A conclusion with the test behind it.
///
/// @param tone [Block.Tone#BAD] when the model must not be used
/// @param title one short sentence
/// @param text the test and its numbers
public record Check(Block.Tone tone, String title, String text) {}

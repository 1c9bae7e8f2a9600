package org.tailwright.data;

import java.util.LinkedHashMap;

/// Stack samples, compact: stacks are paths in one tree of frames, so that equal beginnings are kept once.
///
/// @param frames text of each frame, by frame code
/// @param kinds what each frame is, by frame code; one of the [Frame] constants' ordinals
/// @param parents parent node of each tree node; -1 for a root (outermost frame)
/// @param nodeFrames frame code of each tree node
/// @param samples one row per sample: `start` (nanoseconds), `node` (`Longs`, innermost tree node), and where known `thread`, `state`,
///     `event` (`Texts`) and `weight` (`Doubles`)
public record Stacks(Texts.Store frames, byte[] kinds, int[] parents, int[] nodeFrames, Table samples) {
    /// What a frame is, in async-profiler's terms; SCRIPT is a function of JavaScript, Python or another script.
    public enum Frame { JAVA, INTERPRETED, COMPILED, INLINED, NATIVE, CPP, KERNEL, SCRIPT }

    /// Column of the samples table: innermost tree node.
    public static final String NODE = "node";

    /// No samples.
    public static Stacks none() {
        return new Stacks(new Texts.Dictionary(new String[0]), new byte[0], new int[0], new int[0], Table.of(new LinkedHashMap<>()));
    }
}

package org.tailwright.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tailwright.simulation.laws.Law;
import org.tailwright.work.Pool;
import org.tailwright.work.Seeds;
import org.tailwright.work.Work;

/// Draws named inputs and computes outputs of them. Draws come in blocks of [#BLOCK]; every input has its own random stream in every block,
/// so that the answer depends on the seed alone, not on the number of cores, and an input keeps its draws when another one changes.
public final class MonteCarlo {
    /// Draws of a block.
    public static final int BLOCK = 8192;

    private MonteCarlo() {}

    /// An input.
    ///
    /// @param name names its random stream
    public record Input(String name, Law law) {}

    /// Computes the outputs of one draw.
    @FunctionalInterface
    public interface Model {
        /// @param in inputs in their order
        /// @param out to be filled with the outputs
        void evaluate(double[] in, double[] out);
    }

    /// Does something with one block of draws; called on many threads.
    @FunctionalInterface
    public interface BlockWork<T> {
        /// @param inputs one column of draws for each input
        /// @param block number of the block, for further random streams
        T apply(double[][] inputs, int block);
    }

    /// Draws blocks and returns what was made of each, in their order. The last block may be shorter.
    public static <T> List<T> blocks(List<Input> inputs, long draws, long seed, Work work, BlockWork<T> each) {
        return blocks(inputs, Design.PLAIN, draws, seed, work, each);
    }

    /// As above, by a design. A design that is not of independent points fills its last block, too.
    public static <T> List<T> blocks(List<Input> inputs, Design design, long draws, long seed, Work work, BlockWork<T> each) {
        int count = Math.toIntExact((draws + BLOCK - 1) / BLOCK);
        if (!design.plain()) {
            return blocks(inputs, design, 0, count, seed, work, each);
        }
        return Pool.map(count, work, block -> {
            int size = (int) Math.min(BLOCK, draws - (long) block * BLOCK);
            double[][] columns = new double[inputs.size()][size];
            for (int i = 0; i < columns.length; i++) {
                RandomGenerator random = Seeds.stream(seed, inputs.get(i).name(), block);
                inputs.get(i).law().fill(columns[i], random);
            }
            return each.apply(columns, block);
        });
    }

    /// Whole blocks with numbers from `from` to before `to`.
    static <T> List<T> blocks(List<Input> inputs, Design design, int from, int to, long seed, Work work, BlockWork<T> each) {
        double[][] root = design.root(inputs);
        return Pool.map(to - from, work, i -> {
            if (!design.plain()) {
                return each.apply(design.block(inputs, root, BLOCK, seed, from + i), from + i);
            }
            double[][] columns = new double[inputs.size()][BLOCK];
            for (int input = 0; input < columns.length; input++) {
                inputs.get(input).law().fill(columns[input], Seeds.stream(seed, inputs.get(input).name(), from + i));
            }
            return each.apply(columns, from + i);
        });
    }

    /// The middle one of some values.
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    /// All outputs of all draws, one sample for each output.
    public static List<Sample> run(List<Input> inputs, int outputs, Model model, long draws, long seed, Work work) {
        double[][] values = new double[outputs][Math.toIntExact(draws)];
        blocks(inputs, draws, seed, work, (columns, block) -> {
            evaluate(model, columns, values, block * BLOCK);
            return block;
        });
        return Arrays.stream(values).map(Sample::new).toList();
    }

    private static void evaluate(Model model, double[][] columns, double[][] values, int from) {
        double[] in = new double[columns.length];
        double[] out = new double[values.length];
        int size = columns.length == 0 ? 0 : columns[0].length;
        for (int draw = 0; draw < size; draw++) {
            for (int i = 0; i < in.length; i++) {
                in[i] = columns[i][draw];
            }
            model.evaluate(in, out);
            for (int i = 0; i < out.length; i++) {
                values[i][from + draw] = out[i];
            }
        }
    }
}

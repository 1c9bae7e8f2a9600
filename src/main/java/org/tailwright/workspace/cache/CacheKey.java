package org.tailwright.workspace.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;
import org.tailwright.readers.ReadOptions;

/// Tells one content read in one way from any other: size, time of change, samples of the bytes, what the user said about the file, and the
/// program that read it.
final class CacheKey {
    private static final int BLOCK = 1 << 16;
    private static final int SAMPLES = 16;

    private CacheKey() {}

    /// The name of the cache file.
    ///
    /// @param program whatever changes when the program does
    static String of(Path file, ReadOptions options, String program) throws IOException {
        CRC32C said = new CRC32C();
        said.update((file.getFileName() + "\n" + options.zone() + "\n" + new TreeMap<>(options.mapping()) + "\n" + new TreeMap<>(options.units())
                + "\n" + program).getBytes(StandardCharsets.UTF_8));
        long changed = Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
        HexFormat hex = HexFormat.of();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            return hex.toHexDigits(size) + "-" + hex.toHexDigits(changed) + "-" + hex.toHexDigits((int) sampled(channel, size)) + "-"
                    + hex.toHexDigits((int) said.getValue());
        }
    }

    /// Checksum of blocks spread over the file, its first and last among them.
    private static long sampled(FileChannel channel, long size) throws IOException {
        CRC32C sum = new CRC32C();
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
        long last = Math.max(0, size - BLOCK);
        for (int i = 0; i < SAMPLES; i++) {
            block.clear();
            long from = last / (SAMPLES - 1) * i;
            long at = i == SAMPLES - 1 ? last : from;
            while (block.hasRemaining() && channel.read(block, at + block.position()) > 0) {
                // until the block is full or the file ends
            }
            sum.update(block.flip());
        }
        return sum.getValue();
    }
}

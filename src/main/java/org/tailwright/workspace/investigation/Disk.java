package org.tailwright.workspace.investigation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// The few things that saving asks of a disk; a seam for tests, in which disks are full.
public interface Disk {
    /// A real one.
    Disk REAL = new Disk() {};

    /// Writes a new file and waits until the bytes are on the medium.
    default void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
    }

    /// Puts one file in the place of another at once.
    default void replace(Path fresh, Path old) throws IOException {
        try {
            Files.move(fresh, old, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, old, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

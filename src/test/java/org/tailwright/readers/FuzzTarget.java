package org.tailwright.readers;

import static org.tailwright.readers.protobuf.ProtoBytes.attribute;
import static org.tailwright.readers.protobuf.ProtoBytes.bytes;
import static org.tailwright.readers.protobuf.ProtoBytes.fixed;
import static org.tailwright.readers.protobuf.ProtoBytes.framed;
import static org.tailwright.readers.protobuf.ProtoBytes.number;
import static org.tailwright.readers.protobuf.ProtoBytes.packed;
import static org.tailwright.readers.protobuf.ProtoBytes.text;
import static org.tailwright.readers.protobuf.ProtoBytes.varint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tailwright.work.Work;

/// What a coverage-guided fuzzer calls (docs/decisions/0014-fuzzing.md): one reader, named by the system property `fuzz.reader`, judges any
/// bytes and reads those that it claims. Only
/// [UnreadableFile] may come of it. [#main] collects inputs to begin with.
public final class FuzzTarget {
    private static final int MOST = 400_000;
    private static final Optional<Reader> READER = Readers.ALL.stream().filter(each -> slug(each).equals(System.getProperty("fuzz.reader", ""))).findFirst();
    private static final Path FILE = temporary();

    private FuzzTarget() {}

    private static Path temporary() {
        try {
            Path file = Files.createTempFile("tailwright", ".fuzz");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String slug(Reader reader) {
        return reader.format().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /// The fuzzer's entry; without a named reader the one that claims the bytes.
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        Files.write(FILE, data);
        try (Source source = Source.of(FILE)) {
            Reader reader = READER.orElse(null);
            if (reader == null) {
                Readers.read(FILE, ReadOptions.DEFAULT, Work.NONE);
            } else if (data.length > 0 && reader.recognises(source.head()) != Reader.Claim.NO) {
                reader.read(source, ReadOptions.DEFAULT, Work.NONE);
            }
        } catch (UnreadableFile | java.io.EOFException | java.util.zip.ZipException e) {
            // refused, as it should be; damaged compression is told by Readers
        }
    }

    /// Copies small samples and generated inputs into a folder for each reader below the first argument; the others are folders to search.
    public static void main(String[] args) throws IOException {
        Path into = Files.createDirectories(Path.of(args[0]));
        for (LargeInputs.Input each : LargeInputs.ALL) {
            Path file = Files.writeString(Files.createTempFile("tailwright", ".input"), each.text(3000));
            keep(file, into);
            Files.delete(file);
        }
        long time = 1_700_000_000_000_000_000L;
        byte[] span = bytes(2, bytes(1, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}), bytes(2, new byte[] {1, 2, 3, 4, 5, 6, 7, 8}), text(5, "GET /"),
                fixed(7, time), fixed(8, time + 1000), attribute(9, "a", bytes(5, bytes(1, text(1, "b")))));
        byte[] metric = bytes(2, text(1, "latency"), text(3, "ms"), bytes(9, bytes(1, fixed(2, time), fixed(3, time + 9), fixed(4, 6), packed(6, 1, 2), packed(7, 4L << 60)), number(2, 1)));
        byte[] buckets = bytes(2, text(1, "size"), text(3, "ms"), bytes(10, bytes(1, fixed(3, time), fixed(4, 5), number(6, 2), bytes(8, number(1, 6), bytes(2, varint(2)))), number(2, 2)));
        int n = 0;
        for (byte[] each : new byte[][] {bytes(1, bytes(2, span)), bytes(1, bytes(2, metric, buckets)), framed(bytes(1, bytes(2, metric)))}) {
            Path file = Files.write(into.resolve("message" + n++), each);
            keep(file, into);
            Files.delete(file);
        }
        for (String folder : List.of(args).subList(1, args.length)) {
            for (Path each : Files.isDirectory(Path.of(folder)) ? SharedSamples.below(Path.of(folder)) : List.<Path>of()) {
                if (Files.size(each) <= MOST) {
                    keep(each, into);
                }
            }
        }
    }

    private static void keep(Path file, Path into) throws IOException {
        try (Source source = Source.of(file)) {
            Optional<Reader> reader = source.head().bytes().length == 0 ? Optional.empty() : Readers.find(source.head());
            if (reader.isPresent()) {
                Path folder = Files.createDirectories(into.resolve(slug(reader.get())));
                Files.copy(file, folder.resolve(file.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}

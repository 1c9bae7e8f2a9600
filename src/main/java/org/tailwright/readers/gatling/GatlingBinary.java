package org.tailwright.readers.gatling;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;
import org.tailwright.readers.Diagnostic;
import org.tailwright.readers.Head;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Reader;
import org.tailwright.readers.Source;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.work.Work;

/// The binary logs of Gatling 3.12 and later. The layout is that of Gatling's `LogFileDataWriter`: a record of the run, then records of users,
/// requests, groups and errors, with times as milliseconds since the start of the run.
public final class GatlingBinary implements Reader {
    private static final int RUN = 0;
    private static final int REQUEST = 1;
    private static final int USER = 2;
    private static final int GROUP = 3;
    private static final int ERROR = 4;
    private static final int DEEPEST = 1000;
    private static final int MOST = 1_000_000;
    private static final int LONGEST = 1 << 12;

    @Override
    public String format() {
        return "Gatling binary simulation log";
    }

    @Override
    public String recognisedBy() {
        return "a zero byte, then a length and Gatling's version as text";
    }

    @Override
    public Claim recognises(Head head) {
        byte[] bytes = head.bytes();
        int length = length(bytes, 1);
        if (bytes.length < 10 || bytes[0] != RUN || length < 3 || length > 40 || bytes.length < 5 + length) {
            return Claim.NO;
        }
        String version = new String(bytes, 5, length, StandardCharsets.ISO_8859_1);
        return version.matches("[0-9]{1,2}\\.[0-9]{1,3}[0-9A-Za-z.+_-]*") ? Claim.CERTAIN : Claim.NO;
    }

    private static int length(byte[] bytes, int at) {
        return at < 0 || at > bytes.length - 4 ? -1
                : (bytes[at] & 0xff) << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
    }

    /// Whether a byte with the encoding stands behind the version. The first development versions of the binary form have none; then the length
    /// of the simulation's name follows at once.
    private static boolean coded(Head head) {
        byte[] bytes = head.bytes();
        int end = 5 + length(bytes, 1);
        int name = length(bytes, end);
        return name < 1 || name > 0xff;
    }

    @Override
    public ReadResult read(Source source, ReadOptions options, Work work) throws IOException, UnreadableFile {
        GatlingRun run = new GatlingRun();
        try (BinaryInput in = new BinaryInput(source.stream(), coded(source.head()))) {
            try {
                records(in, run, work);
            } catch (ZipException e) {
                throw e;
            } catch (EOFException e) {
                run.skip(0, in.offset(), "the log breaks off inside a record: the run was stopped or the file is cut");
            } catch (BinaryInput.Damaged e) {
                run.diagnostics().offset(Diagnostic.Severity.ERROR, in.offset(), "nothing can be read from here on: " + e.getMessage());
            }
        }
        return run.result(source, format());
    }

    private static void records(BinaryInput in, GatlingRun run, Work work) throws IOException, BinaryInput.Damaged {
        in.kind();
        long start = header(in, run);
        long count = 0;
        for (int kind = in.kind(); kind >= 0; kind = in.kind()) {
            switch (kind) {
                case REQUEST -> request(in, run, start);
                case USER -> {
                    in.number();
                    run.user(in.flag(), start + in.number());
                }
                case GROUP -> group(in, run, start);
                case ERROR -> {
                    run.error(in.cached());
                    in.number();
                }
                default -> throw new BinaryInput.Damaged("there is no record of kind " + kind);
            }
            if ((++count & 0x3ff) == 0) {
                work.check();
            }
        }
    }

    private static long header(BinaryInput in, GatlingRun run) throws IOException, BinaryInput.Damaged {
        run.version(in.text());
        in.text();
        long start = in.longNumber();
        if (start < 0 || start >= 1L << 43) {
            throw new BinaryInput.Damaged("the run starts at no time that makes sense");
        }
        in.text();
        for (int left = in.count(MOST); left > 0; left--) {
            in.text();
        }
        for (int left = in.count(MOST); left > 0; left--) {
            in.skip();
        }
        return start;
    }

    private static void request(BinaryInput in, GatlingRun run, long start) throws IOException, BinaryInput.Damaged {
        String path = path(in);
        String name = in.cached();
        long from = start + in.number();
        int end = in.number();
        boolean ok = in.flag();
        String message = in.cached();
        if (end == (int) (Long.MIN_VALUE - start)) {
            run.unmatched();
        } else if (run.request(path, name, from, start + end, !ok)) {
            run.detail(message, "");
        } else {
            run.skip(0, in.offset(), "a request ends before it starts");
        }
    }

    private static void group(BinaryInput in, GatlingRun run, long start) throws IOException, BinaryInput.Damaged {
        String path = path(in);
        long from = start + in.number();
        long to = start + in.number();
        int cumulated = in.number();
        if (!run.group(path, from, to, cumulated, !in.flag())) {
            run.skip(0, in.offset(), "a group ends before it starts");
        }
    }

    private static String path(BinaryInput in) throws IOException, BinaryInput.Damaged {
        int groups = in.count(DEEPEST);
        String path = "";
        for (int i = 0; i < groups; i++) {
            String name = in.cached();
            path = i == 0 ? name : path.length() > LONGEST ? path : path + " / " + name;
        }
        return path;
    }
}

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Times programs from their start to the first picture of their window, in turn, on a virtual display (Xvfb, whose frame buffer is a file).
/// A window counts as painted when most of the screen's middle is not black and shows at least five colours.
///
/// Usage: `java packaging/FirstPaint.java ROUNDS PROGRAM PROGRAM…`, each program a command line in one word.
public final class FirstPaint {
    private static final int DISPLAY = 87;
    private static final int COLOURS = 5;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[0]);
        List<String> programs = Arrays.asList(args).subList(1, args.length);
        Path folder = Files.createTempDirectory("first-paint");
        Process screen = new ProcessBuilder("Xvfb", ":" + DISPLAY, "-screen", "0", "1440x900x24", "-fbdir", folder.toString(), "-nolisten", "tcp")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            Path buffer = folder.resolve("Xvfb_screen0");
            while (!Files.exists(buffer)) {
                Thread.sleep(50);
            }
            Thread.sleep(500);
            List<List<Double>> times = new ArrayList<>();
            programs.forEach(each -> times.add(new ArrayList<>()));
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < programs.size(); i++) {
                    double seconds = paint(programs.get(i), buffer);
                    times.get(i).add(seconds);
                    System.out.println(String.format(Locale.ROOT, "%5.2f s  %s", seconds, programs.get(i)));
                }
            }
            for (int i = 0; i < programs.size(); i++) {
                List<Double> sorted = times.get(i).stream().sorted().toList();
                System.out.println(String.format(Locale.ROOT, "median %.2f s, %.2f to %.2f: %s", sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast(), programs.get(i)));
            }
        } finally {
            screen.destroy();
        }
    }

    private static double paint(String program, Path buffer) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "exec " + program).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", ":" + DISPLAY);
        long start = System.nanoTime();
        Process process = builder.start();
        try (FileChannel pixels = FileChannel.open(buffer, StandardOpenOption.READ)) {
            while (!painted(pixels)) {
                if (!process.isAlive() || System.nanoTime() - start > PATIENCE_NANOS) {
                    throw new IOException("no window was painted by " + program);
                }
                Thread.sleep(5);
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            Thread.sleep(1500);
        }
    }

    /// Looks at a line of pixels through the middle of the screen and one through its upper quarter.
    private static boolean painted(FileChannel pixels) throws IOException {
        long end = pixels.size();
        int row = 1440 * 4;
        Set<Integer> colours = new HashSet<>();
        int lit = 0;
        int all = 0;
        for (long line : new long[] {end - row * 450L, end - row * 880L}) {
            ByteBuffer bytes = ByteBuffer.allocate(row);
            pixels.read(bytes, line);
            bytes.flip();
            while (bytes.remaining() >= 4) {
                int colour = bytes.getInt() & 0xffffff00;
                all++;
                if (colour != 0) {
                    lit++;
                    colours.add(colour);
                }
            }
        }
        return lit > all / 2 && colours.size() >= COLOURS;
    }
}

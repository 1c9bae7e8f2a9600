package org.tailwright.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tailwright.charts.Scene;
import org.tailwright.work.Seeds;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a command did.
record Ran(int code, String out, String err) {
    static final List<Path> WINDOWS = new ArrayList<>();

    static Ran of(Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), false, false);
        int code = Cli.run(java.util.Arrays.stream(args).map(Object::toString).toArray(String[]::new), console, new Shells() {
            @Override
            public void window(List<Path> files) {
                WINDOWS.addAll(files);
            }

            @Override
            public PictureMaker pictures() {
                return new NoViews();
            }
        });
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// Paints charts as their titles.
    private static final class NoViews implements PictureMaker {
        @Override
        public List<String> views() {
            return List.of();
        }

        @Override
        public void make(Wish wish) {
            throw new UnsupportedOperationException("no views here");
        }

        @Override
        public List<byte[]> paint(List<Scene> scenes) {
            return scenes.stream().map(each -> each.title().getBytes(StandardCharsets.UTF_8)).toList();
        }
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }

    /// A JMeter file of 4,000 requests in ten minutes, log-normal about 20 ms, each fiftieth failed.
    static Path jtl(Path file) throws IOException {
        RandomGenerator random = Seeds.stream(1, "requests", 0);
        StringBuilder text = new StringBuilder("timeStamp,elapsed,label,responseCode,responseMessage,threadName,success,bytes,grpThreads,allThreads,Latency\n");
        for (int i = 0; i < 4000; i++) {
            long elapsed = Math.round(20 * Math.exp(0.5 * random.nextGaussian()));
            String label = i % 4 == 0 ? "POST /pay" : "GET /";
            text.append(1_700_000_000_000L + i * 150L).append(',').append(elapsed).append(',').append(label)
                    .append(i % 50 == 49 ? ",503,Busy,t 1-1,false,1,8,8," : ",200,OK,t 1-1,true,1,8,8,").append(elapsed).append('\n');
        }
        return Files.writeString(file, text);
    }

    /// Load points of a law with α = 0.03, β = 0.0005, γ = 100.
    static Path points(Path file) throws IOException {
        StringBuilder text = new StringBuilder("N,X\n");
        for (int n : new int[] {1, 2, 4, 8, 16, 32, 48, 64}) {
            text.append(n).append(',').append(100.0 * n / (1 + 0.03 * (n - 1) + 0.0005 * n * (n - 1))).append('\n');
        }
        return Files.writeString(file, text);
    }
}

package org.tailwright.demo.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.tailwright.demo.Plan;
import org.tailwright.demo.WallClock;

/// The closed loop: N users, each sending the next request as soon as the last is answered (think time 0).
///
/// The levels are shuffled within each repetition, so that drift of the machine does not look like a trend over N.
final class Staircase {
    private final Plan plan;
    private final int port;
    private final AtomicLong numbers = new AtomicLong();

    Staircase(Plan plan, int port) {
        this.plan = plan;
        this.port = port;
    }

    /// Load without recording, so that class loading and compilation are over.
    void warmUp() throws InterruptedException {
        new Step(0, 16, plan.warmUpSeconds(), 0, null).run();
    }

    /// Runs all steps and writes their samples; returns what each step measured, in the order of running.
    List<Level> run(JtlFile file) throws InterruptedException {
        var levels = new ArrayList<Level>();
        var random = new Random(plan.seed());
        for (int repetition = 1; repetition <= Plan.REPETITIONS; repetition++) {
            var order = new ArrayList<>(Plan.LEVELS);
            Collections.shuffle(order, random);
            for (int users : order) {
                var step = new Step(levels.size() + 1, users, plan.stepSeconds(), plan.stepRequests(), file);
                levels.add(step.run());
            }
        }
        return levels;
    }

    /// One level held until it is long enough and has enough requests; without a file nothing is written.
    private final class Step {
        private final int number;
        private final int users;
        private final double seconds;
        private final int requests;
        private final JtlFile file;
        private final List<Long> elapsed = Collections.synchronizedList(new ArrayList<>());
        private final AtomicInteger completed = new AtomicInteger();
        private volatile long recordFrom = Long.MAX_VALUE;
        private volatile boolean stop;

        Step(int number, int users, double seconds, int requests, JtlFile file) {
            this.number = number;
            this.users = users;
            this.seconds = seconds;
            this.requests = requests;
            this.file = file;
        }

        Level run() throws InterruptedException {
            var threads = new ArrayList<Thread>();
            for (int user = 1; user <= users; user++) {
                int index = user;
                threads.add(Thread.ofPlatform().start(() -> user(index)));
            }
            Thread.sleep(Math.round(plan.settleSeconds() * 1000));
            long from = WallClock.nanos();
            recordFrom = from;
            do {
                Thread.sleep(Math.round(seconds * 1000 / 20));
            } while (WallClock.nanos() - from < seconds * 1e9 || completed.get() < requests);
            double lasted = (WallClock.nanos() - from) / 1e9;
            int count = completed.get();
            stop = true;
            for (Thread thread : threads) {
                thread.join();
            }
            Thread.sleep(Math.round(plan.settleSeconds() * 500));
            return Level.of(users, count / lasted, elapsed);
        }

        private void user(int index) {
            var random = new SplittableRandom(plan.seed() * 31 + number * 1000L + index);
            try (var connection = new HttpConnection(port)) {
                while (!stop) {
                    Sample sample = connection.send(RequestMix.draw(random), numbers.incrementAndGet());
                    if (sample.startNanos() >= recordFrom && !stop) {
                        completed.incrementAndGet();
                        elapsed.add(sample.elapsedNanos());
                        record(sample, index);
                    }
                }
            }
        }

        private void record(Sample sample, int index) {
            if (file != null) {
                file.write(sample, "step-" + number + "-users-" + users + " 1-" + index, users);
            }
        }
    }
}

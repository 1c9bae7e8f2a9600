package org.tailwright.demo.service;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The garbage storm of the incident: a job that keeps building price lists and holds on to the latest ones.
///
/// Most of the small heap is then live and keeps moving, so the collector stops the service again and again.
final class PriceCacheRebuild implements Runnable {
    private record Price(String item, double amount) {}

    /// About 1 MB per list (10,000 prices with their texts) and 3,300 ms until all are replaced.
    private static final int PRICES_PER_LIST = 10_000;
    private static final int LISTS_KEPT = 110;
    private static final double MILLIS_BETWEEN_LISTS = 30;
    private volatile boolean running;

    void start() {
        running = true;
        Thread.ofPlatform().name("price-cache-rebuild").daemon().start(this);
    }

    void stop() {
        running = false;
    }

    @Override
    public void run() {
        Deque<List<Price>> kept = new ArrayDeque<>();
        for (int round = 0; running; round++) {
            kept.addLast(build(round));
            if (kept.size() > LISTS_KEPT) {
                kept.removeFirst();
            }
            Law.pause(MILLIS_BETWEEN_LISTS);
        }
    }

    private static List<Price> build(int round) {
        List<Price> prices = new ArrayList<>(PRICES_PER_LIST);
        for (int i = 0; i < PRICES_PER_LIST; i++) {
            prices.add(new Price("item-" + round + '-' + i, i * 0.01));
        }
        return prices;
    }
}

package org.tailwright.demo.service;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Products and a small text search: the CPU work of the service.
final class Catalog {
    private record Product(int id, String name, String text, int cents) {}

    private static final List<String> WORDS = List.of("thread", "needle", "linen", "silk", "button", "wool", "scissors",
            "chalk", "ribbon", "pattern", "lining", "hem", "collar", "cuff", "pocket", "thimble");
    private final List<Product> products = IntStream.range(0, 600).mapToObj(Catalog::product).toList();

    /// The 20 best products for a query, as JSON.
    String search(int query) {
        String wanted = WORDS.get(Math.floorMod(query, WORDS.size()));
        return products.stream()
                .filter(product -> score(product, wanted) > 0)
                .sorted(Comparator.comparingInt((Product product) -> -score(product, wanted))
                        .thenComparingInt(Product::cents))
                .limit(20)
                .map(Catalog::json)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static int score(Product product, String wanted) {
        int score = product.name.contains(wanted) ? 10 : 0;
        for (int at = product.text.indexOf(wanted); at >= 0; at = product.text.indexOf(wanted, at + 1)) {
            score++;
        }
        return score;
    }

    private static Product product(int id) {
        String text = IntStream.range(0, 12).mapToObj(i -> WORDS.get((id * 7 + i * i * 5 + i) % WORDS.size()))
                .collect(Collectors.joining(" "));
        return new Product(id, WORDS.get(id % WORDS.size()) + ' ' + id, text, 199 + id * 37 % 9000);
    }

    private static String json(Product product) {
        return String.format(Locale.ROOT, "{\"id\":%d,\"name\":\"%s\",\"price\":%.2f}",
                product.id, product.name, product.cents / 100.0);
    }
}

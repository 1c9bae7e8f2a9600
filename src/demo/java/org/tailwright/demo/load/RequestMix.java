package org.tailwright.demo.load;

import java.util.SplittableRandom;

/// What users ask for: 65 % catalog, 25 % cart, 10 % checkout, drawn from the seed.
enum RequestMix {
    CATALOG("GET", "/catalog"),
    CART("POST", "/cart"),
    CHECKOUT("POST", "/checkout");

    final String method;
    final String path;
    final String label;

    RequestMix(String method, String path) {
        this.method = method;
        this.path = path;
        this.label = method + ' ' + path;
    }

    static RequestMix draw(SplittableRandom random) {
        double u = random.nextDouble();
        return u < 0.65 ? CATALOG : u < 0.9 ? CART : CHECKOUT;
    }
}

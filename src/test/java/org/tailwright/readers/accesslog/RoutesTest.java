package org.tailwright.readers.accesslog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"/users/42 /users/{id}", "/users/42/orders/7?page=2 /users/{id}/orders/{id}", "/ /",
            "/v2/api /v2/api", "/oauth2/token /oauth2/token", "/a/9f8b6c2e-1d2a-4c7e-9a51-0c1f2b3d4e5f /a/{id}", "/c/3f2a91bc44d0 /c/{id}",
            "/m/507f1f77bcf86cd799439011 /m/{id}", "/e/jane@example.com /e/{id}", "/d/2024-01-31 /d/{id}", "/x/01ARZ3NDEKTSV4RRFFQ69G5FAV /x/{id}",
            "https://shop.example.com:443/cart/77#top /cart/{id}", "https://shop.example.com /", "/app;jsessionid=1A2B/ /app",
            "/static/app.3f2a91bc.js /static/app.{id}.js", "/favicon.ico /favicon.ico", "/assets/index-mMaLXldj.css /assets/index-{id}.css",
            "/order-12345 /{id}", "/products/red-shoes /products/red-shoes", "* *", "/users/ /users/", "/a/b/c/d/e/f/g/h/i/j/k/l/m/n /a/b/c/d/e/f/g/h/i/j/k/l/…"})
    void identifiersAreReplaced(String path, String route) {
        assertEquals(route, Routes.route(path));
    }

    @Test
    void strangeMethodsShareALabel() {
        assertEquals("GET /users/{id}", Routes.label("GET", "/users/1"));
        assertEquals("(other method) /users/{id}", Routes.label("geti", "/users/1"));
        assertEquals("(no path)", Routes.label("", ""));
        assertEquals("(no path)", Routes.label("", "\\x16\\x03\\x01"));
    }

    /// 100 names with one request each are joined; the one with a third of the requests stays, and so do branches with few names.
    @Test
    void wideBranchesAreJoined() {
        String[] labels = new String[103];
        long[] counts = new long[103];
        for (int i = 0; i < 100; i++) {
            labels[i] = "GET /wiki/page-" + (char) ('a' + i / 26) + (char) ('a' + i % 26);
            counts[i] = 1;
        }
        labels[100] = "GET /wiki/Main";
        counts[100] = 50;
        labels[101] = "GET /";
        counts[101] = 5;
        labels[102] = "POST /wiki/Main/edit";
        counts[102] = 1;
        Branches.Joined joined = Branches.join(labels, counts);
        assertTrue(joined.changed());
        assertArrayEquals(new String[] {"GET /", "GET /wiki/Main", "GET /wiki/{name}", "POST /wiki/Main/edit"},
                Arrays.stream(joined.labels()).distinct().sorted().toArray());
        assertFalse(Branches.join(new String[] {"GET /a", "GET /b"}, new long[] {1, 1}).changed());
    }

    @Test
    void codesStayBounded() {
        Routes routes = new Routes();
        IntStream.range(0, 60_000).forEach(i -> routes.code("GET", "/" + name(i)));
        assertTrue(routes.overflown());
        assertTrue(routes.labels().length <= 50_001, routes.labels().length + " labels");
        assertEquals("GET {other}", routes.labels()[routes.code("GET", "/zzzzzzzz")]);
    }

    private static String name(int i) {
        StringBuilder name = new StringBuilder();
        for (int rest = i + 1; rest > 0; rest /= 26) {
            name.append((char) ('a' + rest % 26));
        }
        return name.append("zz").toString();
    }
}

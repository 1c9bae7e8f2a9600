package org.tailwright.readers.accesslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Meaning;
import org.tailwright.data.Requests;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;

class ProxyLogTest {
    private static final String HAPROXY = """
            Sep 25 06:05:27 host haproxy[6801]: 4.3.2.1:55008 [25/Sep/2018:06:05:27.584] ft_https~ bk_api/app1 0/3/1/68/72 200 7456 - - ---- 5/4/0/1/0 0/0 "POST /user/17 HTTP/1.1"
            Sep 25 06:05:28 host haproxy[6801]: 4.3.2.1:55009 [25/Sep/2018:06:05:28.000] ft_https~ bk_api/<NOSRV> 0/-1/-1/-1/5000 503 212 - - sQ-- 5/4/0/1/0 0/1 {a|b} {} "GET / HTTP/1.1"
            Sep 25 06:05:29 host haproxy[6801]: 4.3.2.1:55010 [25/Sep/2018:06:05:29.000] ft_https~ bk_api/app2 0/0/1/2/+40 200 99 - - ---- 5/4/0/1/0 0/0 "GET /big HTTP/1.1"
            Sep 25 06:05:30 host haproxy[6801]: 4.3.2.1:55011 [25/Sep/2018:06:05:30.000] ft_https~ ft_https/<NOSRV> -1/-1/-1/-1/300 -1 0 - - CR-- 5/4/0/1/0 0/0 "<BADREQ>"
            Sep 25 06:05:31 host haproxy[6801]: 4.3.2.1:55012 [25/Sep/2018:06:05:31.000] ft_ssh bk_ssh/s1 0/0/9000 1234 -- 1/1/1/1/0 0/0
            """;
    private static final String ENVOY = """
            [2016-04-15T20:17:00.310Z] "POST /api/v1/locations HTTP/2" 204 - 154 0 226 100 "10.0.35.28" "nsq2http" "cc21d9b0-cf5c-432b-8c7e-98aeb7988cd2" "locations" "tcp://10.0.2.1:80"
            [2020-11-25T21:26:18.409Z] "GET /status/418 HTTP/1.1" 503 UF via_upstream - "-" 0 135 4 3 "-" "curl/7.73.0" "84961386-6d84" "httpbin:8000" "127.0.0.1:80" inbound|8000||
            """;
    private static final String ALB = """
            https 2018-07-02T22:23:00.186641Z app/my-lb/50dc6c495c0c9188 192.168.131.39:2817 10.0.0.1:80 0.086 0.048 0.037 200 200 0 57 "GET https://www.example.com:443/a/1 HTTP/1.1" "curl/7.46.0" ECDHE TLSv1.2 arn:aws:x "Root=1-58337281-1d84f3d7" "www.example.com" "arn:cert" 1 2018-07-02T22:23:00.015000Z "forward" "-" "-" "10.0.0.1:80" "200" "-" "-"
            http 2018-07-02T22:23:10.500000Z app/my-lb/50dc6c495c0c9188 [fe80::1]:443 - -1 -1 -1 504 - 0 57 "GET http://www.example.com:80/b HTTP/1.1" "curl/7.46.0" - - - "Root=1-2-3" "-" "-" 1 2018-07-02T22:23:00.500000Z "forward" "-" "-" "-" "-" "-" "-"
            """;

    @TempDir
    Path folder;

    @Test
    void haproxyTimers() throws Exception {
        ReadResult result = AccessFiles.read(folder, HAPROXY);
        long start = 1_537_855_527_584_000L;
        assertEquals(List.of(start + "+72000 POST /user/{id} 200", start + 416_000 + "+5000000 GET / 503 failed", start + 1_416_000 + "+40000 GET /big 200",
                start + 2_416_000 + "+300000 (no path) -1 failed"), AccessFiles.rows(result));
        assertEquals(List.of("68000", "-", "2000", "-"), AccessFiles.column(result, "upstream time"));
        assertEquals(List.of("3000", "-", "0", "-"), AccessFiles.column(result, "queue time"));
        assertEquals(List.of("bk_api", "bk_api", "bk_api", "ft_https"), AccessFiles.column(result, Requests.SERVICE));
        String caveats = AccessFiles.requests(result).meaning().caveats().toString();
        assertTrue(caveats.contains("1 requests were logged before they ended") && caveats.contains("1 TCP connections"), caveats);
        assertEquals(Meaning.Stamp.START, AccessFiles.requests(result).meaning().stamp());
        assertTrue(AccessFiles.requests(result).origin().trust().assumed().toString().contains("UTC"));
    }

    @Test
    void envoyAndIstio() throws Exception {
        ReadResult result = AccessFiles.read(folder, ENVOY);
        assertEquals(List.of("1460751420310000+226000 POST /api/v1/locations 204", "1606339578409000+4000 GET /status/{id} 503 failed"), AccessFiles.rows(result));
        assertEquals(List.of("100000", "3000"), AccessFiles.column(result, "upstream time"));
        assertEquals(List.of("locations", "httpbin:8000"), AccessFiles.column(result, "host"));
    }

    @Test
    void applicationLoadBalancer() throws Exception {
        ReadResult result = AccessFiles.read(folder, ALB);
        assertEquals("AWS load balancer log (application)", result.format());
        assertEquals(List.of("1530570180015641+171000 GET /a/{id} 200", "1530570180500000+10000000 GET /b 504 failed"), AccessFiles.rows(result));
        assertEquals(List.of("48000", "-"), AccessFiles.column(result, "upstream time"));
        assertEquals(List.of("1-58337281-1d84f3d7", "1-2-3"), AccessFiles.column(result, Requests.TRACE));
        assertTrue(AccessFiles.requests(result).meaning().caveats().toString().contains("1 requests were not handed"));
    }

    @Test
    void networkLoadBalancerTellsConnections() throws Exception {
        String lines = """
                tls 2.0 2023-11-14T22:13:25 net/my-lb/c6e77e28c25b2234 g3d4b5e8bb8464cd 72.21.218.154:51341 172.100.100.185:443 5000 2 98 246 - arn:cert - ECDHE-RSA-AES128-SHA tlsv12 - shop.example.com - - - 2023-11-14T22:13:20
                tls 2.0 2023-11-14T22:13:30 net/my-lb/c6e77e28c25b2234 g3d4b5e8bb8464cd [fe80::1]:443 - 7 - 98 0 48 arn:cert - - - - - - - - 2023-11-14T22:13:30
                """;
        ReadResult result = AccessFiles.read(folder, lines);
        assertEquals("AWS network load balancer log", result.format());
        assertEquals(List.of("1700000000000000+5000000 CONNECT shop.example.com ", "1700000009993000+7000 CONNECT (no path) TLS alert 48"), AccessFiles.rows(result));
        assertEquals(List.of("2000", "-"), AccessFiles.column(result, "TLS handshake time"));
        assertTrue(AccessFiles.requests(result).meaning().caveats().toString().contains("not a request"));
        ReaderBattery.run(folder, lines.getBytes(StandardCharsets.UTF_8), "AWS network load balancer log", true);
    }

    @Test
    void classicLoadBalancerStampsTheStart() throws Exception {
        ReadResult result = AccessFiles.read(folder, """
                2015-05-13T23:39:43.945958Z my-lb 1.2.3.4:2817 10.0.0.1:80 0.000086 0.001048 0.001337 200 200 0 57 "GET https://www.example.com:443/x HTTP/1.1" "curl" - -
                # a comment
                2015-05-13T23:39:43.945958Z my-lb 1.2.3.4:2817 10.0.0.1:80 0.001069 0.000028 0.000041 - - 82 305 "- - - " "-" - -
                """);
        assertEquals(List.of("1431560383945958+2471 GET /x 200"), AccessFiles.rows(result));
        assertEquals(Meaning.Stamp.START, AccessFiles.requests(result).meaning().stamp());
    }

    @Test
    void damageIsSurvived() throws Exception {
        ReaderBattery.run(folder, HAPROXY.repeat(4).getBytes(StandardCharsets.UTF_8), "HAProxy log", true);
        ReaderBattery.run(folder, ENVOY.repeat(8).getBytes(StandardCharsets.UTF_8), "Envoy access log", true);
        ReaderBattery.run(folder, ALB.repeat(8).getBytes(StandardCharsets.UTF_8), "AWS load balancer log", true);
    }
}

package org.tailwright.readers.accesslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.data.Dataset;
import org.tailwright.data.Metrics;
import org.tailwright.data.Requests;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.Readers;
import org.tailwright.work.Work;

/// Real logs: requests, failures and the sum of durations as read off the files.
class AccessSamplesTest {
    private static final Path SAMPLES = Path.of("../shared/samples");

    @ParameterizedTest
    @CsvSource({"logs-access/nginx-ingress-request-time.log,access log (nginx ingress),29,2,57", "logs-access/caddy-json.log,JSON access log (Caddy),3,0,245.34242",
            "logs-access/haproxy.log,HAProxy log,1,0,72", "logs-access/iis-w3c-custom.log,W3C extended log (IIS),3,0,468",
            "logs-access/traefik-json.log,JSON access log (Traefik),1,0,10002.425284", "logs-aws/alb-ipv4-ipv6-tid.log,AWS load balancer log (application),2,0,342",
            "logs-aws/alb.log,AWS load balancer log (application),1,0,103", "logs-aws/cloudfront-web.log,W3C extended log (CloudFront),1,0,1",
            "logs-aws/elb-classic.log,AWS load balancer log (classic),1,0,2.471"})
    void requestsFailuresAndDurations(String file, String format, int rows, int errors, double sumMillis) throws Exception {
        Path path = SAMPLES.resolve(file);
        assumeTrue(Files.exists(path), "the shared samples are absent");
        ReadResult result = Readers.read(path, ReadOptions.DEFAULT, Work.NONE);
        Requests requests = (Requests) result.datasets().getFirst();
        assertEquals(format, result.format());
        assertEquals(rows, requests.rows());
        assertEquals(errors, requests.errors());
        assertEquals(sumMillis, Arrays.stream(requests.durations().toArray()).sum() / 1e6, 1e-6);
        assertEquals(0, result.skipped());
    }

    @ParameterizedTest
    @CsvSource({"logs-access/apache-combined.log", "logs-access/apache-combined-complete.log"})
    void logsWithoutDurationsAreRates(String file) throws Exception {
        Path path = SAMPLES.resolve(file);
        assumeTrue(Files.exists(path), "the shared samples are absent");
        Dataset data = Readers.read(path, ReadOptions.DEFAULT, Work.NONE).datasets().getFirst();
        Metrics.Series all = ((Metrics) data).series().getFirst();
        assertEquals(1.0, all.values().at(0));
        assertEquals(1_328_910_127_000_000_000L, all.times().at(0));
    }
}

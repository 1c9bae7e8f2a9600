package org.tailwright.readers.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tailwright.readers.series.MetricFiles.histograms;
import static org.tailwright.readers.series.MetricFiles.metrics;
import static org.tailwright.readers.series.MetricFiles.read;
import static org.tailwright.readers.series.MetricFiles.rows;
import static org.tailwright.readers.series.MetricFiles.sample;
import static org.tailwright.readers.series.MetricFiles.series;
import static org.tailwright.readers.series.MetricFiles.times;
import static org.tailwright.readers.series.MetricFiles.values;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailwright.data.Histograms;
import org.tailwright.data.Metrics;
import org.tailwright.data.Unit;
import org.tailwright.readers.ReadOptions;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.UnreadableFile;

class PrometheusTextTest {
    private static final String SCRAPE = """
            # HELP http_requests_total Requests "so far" \\\\ all.
            # TYPE http_requests_total counter
            http_requests_total{path="/a \\"b\\" {c}\\\\d\\n",code="200"} 1027
            http_requests_total{ path = "/x" , code="500", } 3e1
            # TYPE temperature_celsius gauge
            temperature_celsius NaN
            # TYPE limit_bytes gauge
            limit_bytes +Inf
            # TYPE job_seconds summary
            job_seconds{quantile="0.5"} 0.25
            job_seconds_sum 100.5
            job_seconds_count 40
            # a remark
            untyped_thing 7
            {"dotted.name", "label.with.dots"="v"} 9
            # TYPE wait_seconds histogram
            wait_seconds_bucket{le="0.1"} 10
            wait_seconds_bucket{le="0.5"} 70
            wait_seconds_bucket{le="1"} 98
            wait_seconds_bucket{le="+Inf"} 100
            wait_seconds_sum 44
            wait_seconds_count 100
            """;

    @TempDir
    Path folder;

    @Test
    void aScrapeHasSeriesWithKindsAndUnitsAndNoTimes() throws IOException, UnreadableFile {
        ReadResult result = read(folder, "scrape", SCRAPE);
        assertEquals("Prometheus text", result.format());
        assertEquals(15, rows(result));
        assertEquals(Optional.empty(), metrics(result).span());
        Metrics.Series requests = series(result, "http_requests_total", "code=200");
        assertEquals("/a \"b\" {c}\\d\n", requests.labels().get("path"));
        assertEquals(Metrics.Kind.COUNTER, requests.kind());
        assertEquals(Unit.COUNT, requests.values().unit());
        assertEquals(List.of("-"), times(requests));
        assertEquals(List.of(30.0), values(series(result, "http_requests_total", "path=/x")));
        assertEquals(Unit.of("°C"), series(result, "temperature_celsius").values().unit());
        assertTrue(Double.isNaN(series(result, "limit_bytes").values().at(0)));
        assertEquals(Unit.BYTES, series(result, "limit_bytes").values().unit());
        assertEquals(Metrics.Kind.GAUGE, series(result, "job_seconds", "quantile=0.5").kind());
        assertEquals(Metrics.Kind.COUNTER, series(result, "job_seconds_sum").kind());
        assertEquals(Unit.of("s"), series(result, "job_seconds_sum").values().unit());
        assertEquals(Metrics.Kind.UNKNOWN, series(result, "untyped_thing").kind());
        assertEquals(List.of(9.0), values(series(result, "dotted.name", "label.with.dots=v")));
        assertTrue(metrics(result).origin().trust().assumed().getFirst().startsWith("no sample has a time"));
        assertTrue(metrics(result).origin().trust().doubts().contains("1 infinite value is kept as gaps"));
    }

    @Test
    void aHistogramStandsAtUpperEdgesAndTheInfiniteBucketIsALowerBound() throws IOException, UnreadableFile {
        Histograms waits = histograms(read(folder, "scrape", SCRAPE)).getFirst();
        assertEquals("scrape wait_seconds", waits.name());
        assertTrue(waits.disjoint());
        Histograms.Interval only = waits.intervals().getFirst();
        assertTrue(only.percentilesOnly());
        assertTrue(only.span().isEmpty() && Double.isNaN(only.exactMax()));
        assertEquals(1e8, waits.nanosPerUnit());
        assertEquals(100, only.buckets().histogram().getTotalCount());
        assertEquals(10, only.buckets().histogram().getCountAtValue(1));
        assertEquals(60, only.buckets().histogram().getCountAtValue(5));
        assertEquals(30, only.buckets().histogram().getCountAtValue(10));
        assertEquals(List.of("only counts between bucket edges are known: percentiles are upper edges of their buckets, p50 lies between 0.1 s and 0.5 s, p99 is above 1 s",
                "2 of 100 values are above the highest bucket edge and stand at that edge: percentiles that reach it are lower bounds"),
                waits.origin().trust().doubts());
    }

    @Test
    void histogramsOverTimeAreDifferencesBetweenScrapes() throws IOException, UnreadableFile {
        StringBuilder text = new StringBuilder("# TYPE d_milliseconds histogram\n");
        int[][] counts = {{5, 9, 10}, {5, 12, 14}, {1, 1, 1}};
        String[] edges = {"10", "20", "+Inf"};
        for (int edge = 0; edge < 3; edge++) {
            for (int scrape = 0; scrape < 3; scrape++) {
                text.append("d_milliseconds_bucket{le=\"").append(edges[edge]).append("\"} ").append(counts[scrape][edge]).append(' ')
                        .append(1_700_000_000_000L + 15_000 * scrape).append('\n');
            }
        }
        Histograms found = histograms(read(folder, "scrapes", text.toString())).getFirst();
        assertEquals(2, found.intervals().size());
        Histograms.Interval first = found.intervals().getFirst();
        assertEquals(15_000_000_000L, first.span().orElseThrow().length());
        assertEquals(4, first.buckets().histogram().getTotalCount());
        assertEquals(4, first.buckets().histogram().getCountAtValue(20));
        assertEquals(1, found.intervals().get(1).buckets().histogram().getCountAtValue(10));
        assertTrue(found.origin().trust().doubts().contains("the counters were reset 1 time"));
    }

    @Test
    void aHistogramWithoutAUnitIsReadWhenTheUserTellsIt() throws IOException, UnreadableFile {
        String text = "# TYPE envoy_rq_time histogram\nenvoy_rq_time_bucket{le=\"5\"} 3\nenvoy_rq_time_bucket{le=\"+Inf\"} 3\n";
        ReadResult plain = read(folder, "envoy", text);
        assertEquals(List.of(), histograms(plain));
        assertTrue(plain.diagnostics().getFirst().message().contains("envoy_rq_time"));
        ReadOptions told = new ReadOptions(ZoneOffset.UTC, Map.of(), Map.of("duration", "ms"));
        assertEquals(3, histograms(read(folder, "envoy", text, told)).getFirst().total("").total());
    }

    @Test
    void openMetricsHasSecondsExemplarsUnitsAndAnEnd() throws IOException, UnreadableFile {
        ReadResult result = read(folder, "om", """
                # TYPE load gauge
                # UNIT load ratio
                load{a="1"} 0.5 1700000000.25
                load{a="1"} 0.75 1700000001
                # TYPE hits counter
                hits_total 5 1.7e9 # {trace_id="x # y"} 0.67 1700000000.5
                hits_created 1699999999.5
                # EOF
                """);
        assertEquals("OpenMetrics text", result.format());
        assertEquals(List.of("2023-11-14T22:13:20.250Z", "2023-11-14T22:13:21Z"), times(series(result, "load")));
        assertEquals(Unit.RATIO, series(result, "load").values().unit());
        assertEquals(List.of("2023-11-14T22:13:20Z"), times(series(result, "hits_total")));
        assertEquals(Metrics.Kind.COUNTER, series(result, "hits_total").kind());
        assertEquals(Metrics.Kind.GAUGE, series(result, "hits_created").kind());
        assertEquals("1 exemplars are not read", result.diagnostics().getFirst().message());
    }

    @Test
    void badLinesAreTold() throws IOException, UnreadableFile {
        ReadResult result = read(folder, "bad", "# TYPE a gauge\na 1\na one\na{b=\"c} 2\na{b=c} 2\na\n2a 3\na 1 2 3\na 4");
        assertEquals(List.of(1.0, 4.0), values(series(result, "a")));
        assertEquals(6, result.skipped());
        assertEquals(List.of("line 3: the value is no number", "line 4: the labels are not closed", "line 5: a label's value is not in quotes",
                "line 6: the value is missing", "line 7: the name has characters that names cannot have", "line 8: more than a value and a time"),
                result.diagnostics().stream().map(each -> each.words()).toList());
        String refused = assertThrows(UnreadableFile.class, () -> read(folder, "bad", "# TYPE a gauge\na one\n")).line();
        assertTrue(refused.startsWith("no line is a sample"), refused);
        assertEquals(List.of(), read(folder, "empty", "# HELP a b\n# TYPE a gauge\n").datasets());
    }

    @Test
    void standsDamage() throws IOException, UnreadableFile {
        ReaderBattery.run(folder, SCRAPE.getBytes(StandardCharsets.UTF_8), "Prometheus text", true);
    }

    /// Counts of the facts beside the samples; node_exporter's file has 3027 lines that are no comment.
    @ParameterizedTest
    @CsvSource({"metrics-prometheus-text/alltypes-237families.prom,1857", "metrics-prometheus-text/client-side-timestamp.prom,2",
            "metrics-prometheus-text/histogram-extra-dimension.prom,26", "metrics-prometheus-text/inconsistent-labels.prom,19",
            "metrics-prometheus-text/node_exporter-e2e.prom,3027", "metrics-prometheus-text/node_exporter-openbsd.prom,101",
            "metrics-prometheus-text/summary-extra-dimension.prom,10", "metrics-openmetrics/1histogram.om.txt,42",
            "metrics-openmetrics/alltypes-5families.om.txt,53", "metrics-openmetrics/promtool-dump.om.prom,10"})
    void samplesAreWhole(String path, long rows) throws IOException, UnreadableFile {
        ReadResult result = sample(path);
        assertEquals(rows, rows(result));
        assertEquals(0, result.skipped());
    }

    @Test
    void samplesHoldWhatTheyHold() throws IOException, UnreadableFile {
        assertEquals(List.of("2015-09-02T14:59:37.284Z"), times(series(sample("metrics-prometheus-text/client-side-timestamp.prom"), "metric_with_custom_timestamp")));
        ReadResult all = sample("metrics-openmetrics/alltypes-5families.om.txt");
        assertEquals("OpenMetrics text", all.format());
        Histograms found = histograms(all).getFirst();
        assertEquals(15, found.total("").total());
        assertTrue(found.origin().trust().doubts().contains("5 values are below zero and stand at zero"), found.origin().trust().doubts().toString());
        assertEquals(List.of(9.0, 8.0, 0.0, 4.0, 7.0), values(series(sample("metrics-openmetrics/promtool-dump.om.prom"), "my_gauge")));
        assertFalse(histograms(sample("metrics-prometheus-text/alltypes-237families.prom")).isEmpty());
    }
}

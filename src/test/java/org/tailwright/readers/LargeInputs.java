package org.tailwright.readers;

import java.util.List;
import java.util.Locale;

/// Generated inputs of any size, one for each format of which files get large. A piece is repeated: `@` becomes its number, `$` a time in whole
/// seconds that grows, `&` the same in milliseconds.
final class LargeInputs {
    /// What stands before, again and again, between, and behind.
    record Input(String format, String before, String piece, String between, String behind) {
        /// The text, of about so many characters.
        String text(int size) {
            StringBuilder text = new StringBuilder(before);
            for (int i = 0; text.length() < size; i++) {
                text.append(i == 0 ? "" : between).append(piece.replace("@", Integer.toString(i)).replace("$", Integer.toString(1_700_000_000 + i))
                        .replace("&", Long.toString(1_700_000_000_000L + i)));
            }
            return text.append(behind).toString();
        }

        @Override
        public String toString() {
            return format;
        }
    }

    /// One input for each format.
    static final List<Input> ALL = List.of(
            lines("JMeter CSV", "timeStamp,elapsed,label,responseCode,success\n", "&,12,home,200,true"),
            new Input("JMeter XML", "<testResults version=\"1.2\">\n", "<httpSample t=\"12\" ts=\"&\" s=\"true\" lb=\"home\" rc=\"200\"/>", "\n", "</testResults>"),
            lines("Gatling simulation log", "RUN\tcom.Sim\tsim\t1700000000000\t \t3.10.3\n", "REQUEST\t\thome\t&\t&\tOK\t "),
            lines("OpenTelemetry OTLP JSON", "", otlp("{\"traceId\":\"5b8efff798038103d269b633813fc60c\",\"spanId\":\"eee19b7ec3c1b174\",\"name\":\"get\","
                    + "\"startTimeUnixNano\":\"$000000000\",\"endTimeUnixNano\":\"$000000900\"}")),
            new Input("OpenTelemetry OTLP JSON", "{\"resourceSpans\":[\n", "{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"5b8efff798038103d269b633813fc60c\",\"spanId\":\"eee19b7ec3c1b174\","
                    + "\"startTimeUnixNano\":\"$000000000\",\"endTimeUnixNano\":\"$000000900\"}]}]}", ",\n", "]}"),
            lines("OpenTelemetry OTLP metrics JSON", "", "{\"resourceMetrics\":[{\"scopeMetrics\":[{\"metrics\":[{\"name\":\"load\",\"gauge\":{\"dataPoints\":"
                    + "[{\"timeUnixNano\":\"$000000000\",\"asDouble\":1.5}]}}]}]}]}"),
            new Input("Jaeger JSON", "{\"data\":[", "{\"traceID\":\"a@\",\"spans\":[{\"traceID\":\"a@\",\"spanID\":\"b@\",\"operationName\":\"get\",\"startTime\":&000,\"duration\":5}]}", ",", "]}"),
            new Input("Zipkin JSON", "[", "{\"traceId\":\"5b8efff798038103\",\"id\":\"@\",\"name\":\"get\",\"localEndpoint\":{\"serviceName\":\"a\"},\"timestamp\":&000,\"duration\":5}", ",", "]"),
            new Input("Chrome trace events", "{\"traceEvents\":[", "{\"ph\":\"X\",\"name\":\"run\",\"pid\":1,\"tid\":2,\"ts\":@,\"dur\":0.5}", ",\n", "]}"),
            new Input("Datadog JSON", "[", "[{\"trace_id\":7,\"span_id\":@,\"name\":\"web\",\"resource\":\"GET /\",\"service\":\"a\",\"start\":$000000000,\"duration\":900,\"metrics\":{},\"meta\":{}}]", ",", "]"),
            new Input("Grafana Tempo search", "{\"traces\":[", "{\"traceID\":\"@\",\"rootServiceName\":\"a\",\"rootTraceName\":\"get\",\"startTimeUnixNano\":\"$000000000\",\"durationMs\":5}", ",", "]}"),
            lines("span CSV", "trace_id,span_id,parent_id,service,name,start_time,duration_ms\n", "t@,s@,,a,get,&,5"),
            lines("HdrHistogram percentiles", "       Value     Percentile TotalCount 1/(1-Percentile)\n", "       1.@ 0.5 @ 2.00"),
            lines("ApacheBench requests", "starttime\tseconds\tctime\tdtime\tttime\twait\n", "Tue Nov 14 22:13:20 2023\t$\t1\t2\t3\t2"),
            lines("hey CSV", "response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read,status-code,offset\n", "0.0102,0.001,0.001,0.0001,0.008,0.0001,200,@"),
            lines("Molotov events", "", "{\"ts\":$.25,\"type\":\"request\",\"elapsed\":0.25,\"method\":\"GET\",\"url\":\"/a\",\"status\":200}"),
            lines("siege output", "", "HTTP/1.1 200     0.02 secs:    120 bytes ==> GET  /a"),
            lines("Tsung dump", "#date;pid;id;http method;host;URL;HTTP status;size;duration;transaction;match;error;tag\n", "$.5;<0.1.0>;1;get;a;/b;200;10;12.5;-;-;;"),
            lines("Vegeta results", "", "{\"attack\":\"\",\"seq\":@,\"code\":200,\"timestamp\":\"2023-11-14T22:13:20.5Z\",\"latency\":5000000,\"bytes_out\":0,\"bytes_in\":2,\"error\":\"\"}"),
            lines("YCSB results", "", "READ,&,125"),
            lines("folded stacks", "", "main;run_@;work 5"),
            lines("perf script", "", "java 10488  @.502413:   10101010 cpu-clock: \n\tffffffffaee8017b fput+0xb (a)\n\tffffffffaee7f61c write+0x9c (a)\n"),
            lines("AWS CloudWatch JSON", "", "{\"metric_stream_name\":\"s\",\"account_id\":\"1\",\"region\":\"r\",\"namespace\":\"AWS/EC2\",\"metric_name\":\"CPU\",\"dimensions\":{\"a\":\"b\"},"
                    + "\"timestamp\":&,\"value\":{\"max\":1.0,\"min\":0.0,\"sum\":1.0,\"count\":2.0},\"unit\":\"Percent\"}"),
            lines("Influx line protocol", "", "cpu,host=a usage=1.5 $000000000"),
            lines("Prometheus text", "# TYPE a gauge\n", "a{b=\"@\"} 1"),
            new Input("Prometheus query JSON", "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"__name__\":\"a\"},\"values\":[", "[$,\"1\"]", ",", "]}]}}"),
            lines("sysstat text", "Linux 5.4.0 (a) \t11/14/2023 \t_x86_64_\t(2 CPU)\n\n00:00:01        CPU     %user     %nice   %system   %iowait    %steal     %idle\n",
                    "00:00:01        all      1.00      0.00      0.50      0.00      0.00     98.50"),
            lines("sysstat sadf", "", "host\t10\t$\tall\t%user\t1.5"),
            lines("vmstat", "procs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----\n r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st\n",
                    " 1  0      0 100000  20000 300000    0    0     5    10   50  100  1  1 98  0  0"),
            lines("dstat CSV", "\"Dstat 0.7.3 CSV output\"\n\"Author:\",\"Dag Wieers\"\n\"Host:\",\"a\"\n\"Cmdline:\",\"dstat\"\n\n\"epoch\",\"total cpu usage\",\n\"epoch\",\"usr\",\"sys\"\n", "$.0,1.5,0.5"),
            lines("JVM GC log", "", "[@.123s][info][gc] GC(@) Pause Young (Normal) (G1 Evacuation Pause) 24M->4M(256M) 3.456ms"),
            lines("Envoy access log", "", "[2023-11-14T22:13:20.123Z] \"GET /a HTTP/1.1\" 200 - 0 10 5 4 \"-\" \"curl\" \"id\" \"host\" \"10.0.0.1:80\""),
            lines("access log", "", "1.2.3.4 - - [14/Nov/2023:22:13:20 +0000] \"GET /a HTTP/1.1\" 200 10 \"-\" \"curl\" 0.005"),
            lines("HAProxy log", "", "Nov 14 22:13:20 h haproxy[1]: 10.0.1.2:33317 [14/Nov/2023:22:13:20.655] in out/s1 10/0/30/69/109 200 2750 - - ---- 1/1/1/1/0 0/0 \"GET /a HTTP/1.1\""),
            lines("W3C extended log", "#Software: IIS\n#Fields: date time cs-method cs-uri-stem sc-status time-taken\n", "2023-11-14 22:13:20 GET /a 200 15"),
            lines("AWS load balancer log", "", "http 2023-11-14T22:13:20.186641Z app/a/50dc6c495c0c9188 192.168.131.39:2817 10.0.0.1:80 0.000 0.001 0.000 200 200 34 366 "
                    + "\"GET http://a:80/ HTTP/1.1\" \"curl\" - - arn \"Root=1\" \"-\" \"-\" 0 2023-11-14T22:13:20.185Z \"forward\" \"-\" \"-\" \"10.0.0.1:80\" \"200\" \"-\" \"-\""),
            lines("JSON access log", "", "{\"level\":\"info\",\"ts\":$.5,\"logger\":\"http.log.access\",\"msg\":\"handled request\",\"request\":{\"method\":\"GET\",\"host\":\"a\",\"uri\":\"/a\"},"
                    + "\"duration\":0.005,\"size\":10,\"status\":200}"),
            lines("key=value access log", "", "at=info method=GET path=/a host=a time=2023-11-14T22:13:20Z status=200 duration=5ms"),
            lines("k6 CSV", "metric_name,timestamp,metric_value,check,error,error_code,expected_response,group,method,name,proto,scenario,service,status,subproto,tls_version,url,extra_tags\n",
                    "http_req_duration,$,5.5,,,,true,,GET,/a,HTTP/1.1,default,,200,,,/a,"),
            lines("k6 JSON lines", "", "{\"metric\":\"http_req_duration\",\"type\":\"Point\",\"data\":{\"time\":\"2023-11-14T22:13:20.5Z\",\"value\":5.5,\"tags\":{\"name\":\"/a\",\"status\":\"200\"}}}"),
            lines("Locust history", "\"Timestamp\",\"User Count\",\"Type\",\"Name\",\"Requests/s\",\"Failures/s\",\"50%\",\"Total Request Count\",\"Total Failure Count\"\n", "$,10,,Aggregated,5.0,0.0,10,@,0"),
            lines("load points", "users,throughput\n", "@,@5"),
            lines("metrics CSV", "time,cpu,memory\n", "$,1.5,2.5"),
            lines("delimited text", "time,duration_ms,name\n", "&,15,a@"));

    private LargeInputs() {}

    private static Input lines(String format, String header, String line) {
        return new Input(format, header, line, "\n", "\n");
    }

    private static String otlp(String span) {
        return String.format(Locale.ROOT, "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[%s]}]}]}", span);
    }
}

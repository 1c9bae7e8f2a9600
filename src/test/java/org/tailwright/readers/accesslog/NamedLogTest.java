package org.tailwright.readers.accesslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Requests;
import org.tailwright.readers.ReadResult;
import org.tailwright.readers.ReaderBattery;
import org.tailwright.readers.UnreadableFile;

class NamedLogTest {
    private static final String CADDY = """
            {"level":"info","ts":1703373474.5,"logger":"http.log.access.log0","msg":"handled request","request":{"remote_ip":"1.2.3.4","method":"GET","host":"example.com","uri":"/beta/7?x","headers":{"Method":["x"]},"tls":{"version":772}},"bytes_read":0,"duration":0.242570094,"size":2179,"status":200,"resp_headers":{"Status":["y"]}}
            {"level":"info","ts":1703373474.0,"logger":"tls","msg":"renewed"}
            {"level":"error","ts":1703373475.5,"logger":"http.log.access.log0","msg":"handled request","request":{"method":"GET","host":"example.com","uri":"/"},"duration":1.5,"size":0,"status":502}
            """;
    private static final String IIS = """
            #Software: Microsoft Internet Information Services 10.0
            #Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken
            2020-02-07 11:48:51 10.0.0.1 GET /users/42 a=1 443 - 10.0.0.2 Mozilla/5.0+(X11) - 200 0 0 1500
            #Fields: date time cs-method cs-uri-stem sc-status time-taken
            2020-02-07 11:48:52 POST /login 500 20
            2020-02-07 11:48:53 POST
            """;

    @TempDir
    Path folder;

    @Test
    void caddy() throws Exception {
        ReadResult result = AccessFiles.read(folder, CADDY);
        assertEquals("JSON access log (Caddy)", result.format());
        assertEquals(List.of("1703373474257429+242570 GET /beta/{id} 200", "1703373474000000+1500000 GET / 502 failed"), AccessFiles.rows(result));
        assertEquals(242_570_094, AccessFiles.requests(result).durations().at(0));
        assertEquals(List.of("example.com", "example.com"), AccessFiles.column(result, "host"));
        assertEquals(0, result.skipped());
    }

    @Test
    void traefikCountsFromTheStartInNanoseconds() throws Exception {
        ReadResult result = AccessFiles.read(folder, """
                {"DownstreamContentSize":15,"DownstreamStatus":"200","Duration":10002425284,"OriginDuration":10002302842,"OriginStatus":504,"RequestHost":"localhost","RequestMethod":"GET","RequestPath":"/my/app?id=1","ServiceName":"web@file","StartUTC":"2023-08-11T11:39:21.773360139Z","time":"2023-08-11T11:41:25Z"}
                """);
        assertEquals(List.of("1691753961773360+10002425 GET /my/app 200"), AccessFiles.rows(result));
        assertEquals(List.of("10002302"), AccessFiles.column(result, "upstream time"));
        assertEquals(List.of("web@file"), AccessFiles.column(result, Requests.SERVICE));
    }

    @Test
    void envoyNginxAndOthersInJson() throws Exception {
        assertEquals(List.of("1606339578409000+4000 GET /status/{id} 418"), AccessFiles.rows(AccessFiles.read(folder,
                "{\"start_time\":\"2020-11-25T21:26:18.409Z\",\"method\":\"GET\",\"path\":\"/status/418\",\"response_code\":418,\"duration\":4,\"upstream_service_time\":\"3\"}\n")));
        assertEquals(List.of("1581076130750000+250000 GET /a 200"), AccessFiles.rows(AccessFiles.read(folder,
                "{\"time_iso8601\":\"2020-02-07T11:48:51+00:00\",\"request\":\"GET /a HTTP/1.1\",\"status\":\"200\",\"request_time\":\"0.250\",\"upstream_response_time\":\"0.1, 0.1\"}\n")));
        ReadResult other = AccessFiles.read(folder,
                "{\"timestamp\":\"2020-02-07T11:48:51Z\",\"method\":\"GET\",\"path\":\"/a\",\"status\":200,\"latency\":250}\n");
        assertEquals(List.of("1581076130750000+250000 GET /a 200"), AccessFiles.rows(other));
        assertTrue(AccessFiles.requests(other).origin().trust().assumed().toString().contains("taken as ms"));
    }

    @Test
    void keysWithValues() throws Exception {
        assertEquals(List.of("1581076130982000+18000 GET /users/{id} 200", "1581076131000000+0 GET / 503 failed"), AccessFiles.rows(AccessFiles.read(folder, """
                2020-02-07T11:48:51.000000+00:00 app[router]: at=info method=GET path="/users/1" host=x.example.com fwd="1.2.3.4" dyno=web.1 connect=1ms service=18ms status=200 bytes=13
                2020-02-07T11:48:51.000000+00:00 app[router]: at=error code=H12 method=GET path="/" host=x.example.com dyno=web.1 connect=1ms service=0ms status=503 bytes=0
                """)));
        assertEquals(List.of("1581076130750000+250000 GET /a 200"), AccessFiles.rows(AccessFiles.read(folder,
                "time:[07/Feb/2020:11:48:51 +0000]\thost:10.0.0.1\treq:GET /a HTTP/1.1\tstatus:200\tsize:5\treqtime:0.250\tapptime:0.2\tvhost:www\n")));
        assertEquals(List.of("1581076130750000+250000 GET /a 200"), AccessFiles.rows(AccessFiles.read(folder,
                "time=2020-02-07T11:48:51Z level=info method=GET path=/a status=200 duration=250ms\n")));
    }

    @Test
    void iisChangesItsColumns() throws Exception {
        ReadResult result = AccessFiles.read(folder, IIS);
        assertEquals("W3C extended log (IIS)", result.format());
        assertEquals(List.of("1581076129500000+1500000 GET /users/{id} 200", "1581076131980000+20000 POST /login 500 failed"), AccessFiles.rows(result));
        assertEquals("/users/42?a=1", AccessFiles.column(result, "path").getFirst());
        assertEquals("line 6: 3 fields where 6 are due", result.diagnostics().getFirst().words());
    }

    @Test
    void cloudFrontWritesSecondsBetweenTabs() throws Exception {
        ReadResult result = AccessFiles.read(folder, """
                #Version: 1.0
                #Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs-uri-query time-taken x-host-header
                2014-05-23\t01:13:11\tFRA2\t182\t192.0.2.10\tGET\td1.cloudfront.net\t/view/my/file.html\t200\t-\t0.125\texample.com
                """);
        assertEquals("W3C extended log (CloudFront)", result.format());
        assertEquals(List.of("1400807590875000+125000 GET /view/my/file.html 200"), AccessFiles.rows(result));
        assertEquals(List.of("example.com"), AccessFiles.column(result, "host"));
    }

    @Test
    void aLogWithoutAnyRequestIsRefused() {
        assertEquals("no line holds a request", assertThrows(UnreadableFile.class,
                () -> AccessFiles.read(folder, "#Fields: date time cs-method sc-status\n")).getMessage());
    }

    @Test
    void damageIsSurvived() throws Exception {
        ReaderBattery.run(folder, CADDY.repeat(5).getBytes(StandardCharsets.UTF_8), "JSON access log", true);
        ReaderBattery.run(folder, IIS.repeat(4).getBytes(StandardCharsets.UTF_8), "W3C extended log", true);
        ReaderBattery.run(folder, ("time:[07/Feb/2020:11:48:51 +0000]\treq:GET /a HTTP/1.1\tstatus:200\tsize:5\treqtime:0.250\n").repeat(20)
                .getBytes(StandardCharsets.UTF_8), "key=value access log", true);
    }
}

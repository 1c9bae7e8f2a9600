package org.tailwright.readers.jaeger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailwright.data.Traces;
import org.tailwright.readers.UnreadableFile;
import org.tailwright.readers.spans.SpanFiles;
import org.tailwright.readers.spans.SpanSamples;

class JaegerReaderTest {
    private static final String TRACE = "000000000000000000000000000000ab";

    @TempDir
    Path folder;

    @Test
    void processesReferencesTagsAndSampler() throws Exception {
        Traces traces = SpanFiles.traces(SpanFiles.read(folder, SpanSamples.jaeger()));
        assertEquals(List.of("start=1000000 duration=100000 label=GET / service=front trace=" + TRACE
                        + " span=0000000000000001 parent=- kind=server failed=false weight=4.0 error=- host=h1 sampler.param=0.25 sampler.type=probabilistic ",
                "start=1010000 duration=50000 label=query service=db trace=" + TRACE
                        + " span=0000000000000002 parent=0000000000000001 kind=- failed=true weight=4.0 error=true host=- sampler.param=- sampler.type=- "),
                SpanFiles.rows(traces));
    }

    @Test
    void aTraceByItselfIsTheSame() throws Exception {
        String answer = SpanSamples.jaeger();
        String bare = answer.substring(answer.indexOf('[') + 1, answer.lastIndexOf(']'));
        assertEquals(SpanFiles.rows(SpanFiles.traces(SpanFiles.read(folder, answer))), SpanFiles.rows(SpanFiles.traces(SpanFiles.read(folder, bare))));
    }

    @Test
    void spansWithoutTimesAreNoTraces() {
        assertThrows(UnreadableFile.class, () -> SpanFiles.read(folder, "{\"data\":[{\"traceID\":\"1\",\"spans\":[{\"spanID\":\"2\",\"operationName\":\"x\"}]}]}"));
    }
}

package org.tailwright.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tailwright.data.Rows;
import org.tailwright.data.Selection;
import org.tailwright.data.TimeSpan;
import org.tailwright.data.Traces;
import org.tailwright.work.Work;

class OperationsTest {
    private static final String[] LINES = {"t 1 - web get 0 100", "t 2 1 db query 10 30", "t 3 1 db query 40 90 !", "u 1 - web get 200 210", "u 2 1 db query 201 209",
        "v 1 - web put 300 330", "v 2 1 web inner 300 310"};

    private static List<Operations.Operation> operations(Traces traces) {
        SpanForest forest = SpanForest.of(traces);
        return Operations.of(forest, SelfTimes.of(forest), Rows.all(forest.size()), Work.NONE);
    }

    @Test
    void operationsAddUp() {
        assertEquals(List.of(
                new Operations.Operation("db", "query", new Operations.Spans(3, 1), 3, new Operations.Times(78, 78, 20, 50)),
                new Operations.Operation("web", "get", new Operations.Spans(2, 0), 2, new Operations.Times(110, 32, 10, 100)),
                new Operations.Operation("web", "put", new Operations.Spans(1, 0), 1, new Operations.Times(30, 20, 30, 30)),
                new Operations.Operation("web", "inner", new Operations.Spans(1, 0), 1, new Operations.Times(10, 10, 10, 10))),
                operations(TraceTrees.of(LINES)));
    }

    @Test
    void weightsCount() {
        Operations.Operation query = operations(TraceTrees.weighted(new double[] {1, 10, 1, 1, 1, 1, 1}, LINES)).getFirst();
        assertEquals(new Operations.Operation("db", "query", new Operations.Spans(3, 1), 12, new Operations.Times(258, 258, 20, 50)), query);
    }

    @Test
    void servicesCallServices() {
        ServiceGraph graph = ServiceGraph.of(SpanForest.of(TraceTrees.of(LINES)), Rows.all(LINES.length));
        assertEquals(List.of("web", "db"), graph.services());
        assertEquals(List.of(new ServiceGraph.Edge("web", "db", 3, 1, 3, new ServiceGraph.Latency(20, 50))), graph.edges());
    }

    @Test
    void theSlowestComeFirst() {
        Traces traces = TraceTrees.of(LINES);
        assertEquals(List.of("t", "v"), Slowest.of(traces, Selection.ALL, 2).stream().map(Slowest.Exemplar::trace).toList());
        Selection later = Selection.ALL.within(Optional.of(new TimeSpan(150, 250)));
        assertEquals(List.of(new Slowest.Exemplar(3, "u", "web", "get", 200, 10)), Slowest.of(traces, later, 5));
    }
}

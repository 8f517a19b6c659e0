// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.CrdtCodec;
import org.scenewright.crdt.Entity;
import org.scenewright.crdt.LwwStore;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

class BenchTest {

    @Test
    void theLineHoldsTheMedianOfEveryField() {
        var medians = new Medians("thing");
        for (double value : new double[] {3, 1, 2}) {
            medians.add(Value.fields("aMs", Value.of(value)));
        }
        assertEquals("{\"bench\":\"thing\",\"runs\":3,\"aMs\":2}", medians.line(List.of("aMs")));
    }

    @Test
    void everyRunOfALoopHasItsMedians() {
        var results =
                ValueJson.parse(
                        """
                        [{"benchmark": "a.Things.oneUs",
                          "primaryMetric": {"score": 7, "rawData": [[3, 1, 2], [6, 5, 4]]},
                          "secondaryMetrics": {"oneCpuUs": {"rawData": [[0.5], [0.25]]}}},
                         {"benchmark": "a.Things.twoUs", "primaryMetric": {"rawData": [[8], [9]]},
                          "secondaryMetrics": {}}]\
                        """);
        var runs = new Loops("Things", 2).read(results).stream().map(ValueJson::print);
        assertEquals(
                List.of(
                        "{\"oneUs\":2,\"oneCpuUs\":0.5,\"twoUs\":8}",
                        "{\"oneUs\":5,\"oneCpuUs\":0.25,\"twoUs\":9}"),
                runs.toList());
    }

    @Test
    void aPassOfMessagesHoldsEveryCellInBatches() {
        var batches = new PoseMessages(PoseMessages.FEW, 1).batches(1, 500_000);
        assertEquals(2, batches.size());
        var reading = CrdtCodec.read(batches.getLast());
        assertEquals(PoseMessages.COUNT - 500_000, reading.messages().size());
        var store = new LwwStore();
        batches.forEach(bytes -> store.merge(bytes, cell -> {}));
        assertEquals(PoseMessages.FEW, store.state().size());
    }

    @Test
    void theBoxesOfTheBenchHaveSoManyComponentsAndNoProblems() throws IOException {
        try (var folder = BoxFolder.of(12, 7)) {
            var scene = folder.open(CoreComponents.load());
            assertEquals(List.of(), scene.problems());
            assertEquals(7, scene.snapshot().components(Entity.of(523, 0)).size());
        }
    }

    @Test
    void whatCannotBeMeasuredIsSaid() {
        check("bench: A batch has at least one message.", "crdt", "--batch=0");
        check("bench: There is no CrdtLoops; start this through releng/bench.", "crdt");
        check("bench: There is no DocLoops; start this through releng/bench.", "doc");
        check("bench: There is no CollabRun; start this through releng/bench.", "collab");
        check("bench: A drag has at least one edit.", "journal", "--edits=0");
        check("bench: There is no scene in nowhere", "frame", "nowhere");
        check("bench: There is no ", "play");
        check("Missing required parameter: 'DIR'", "open");
        check("Missing required subcommand");
        check("Unmatched argument at index 0: 'nonsense'", "nonsense");
    }

    @Test
    void theOrderOfFramesDecidesHowManyScenesMiss() {
        var out = new StringWriter();
        var line = Bench.line().setErr(new PrintWriter(new StringWriter()));
        line.setOut(new PrintWriter(out, true));
        assertEquals(0, line.execute("frames", "--runs=1", "--seconds=1", "--scenes=2"));
        var results = ValueJson.parse(out.toString()).items("results");
        assertEquals(
                List.of("naive", "send beside render", "receive while drawing"),
                results.stream().map(result -> result.text("strategy", "")).toList());
        double naive = results.getFirst().number("droppedPercent", -1);
        double best = results.getLast().number("droppedPercent", -1);
        assertTrue(naive > 35 && best >= 0 && best < naive / 2, results::toString);
    }

    @Test
    void oneChangeIsToldInFewerBytesThanTheWholeMapping() {
        var out = new StringWriter();
        var line = Bench.line().setOut(new PrintWriter(out, true));
        assertEquals(0, line.execute("assets", "--runs=1", "--entries=5,500"));
        var result = ValueJson.parse(out.toString());
        assertTrue(result.number("filterMs", -1) > 0 && result.number("hashRatio", -1) > 0);
        var rows = result.items("mapping");
        assertEquals(
                List.of("monolithic", "incremental", "monolithic change", "incremental change"),
                rows.stream().limit(4).map(row -> row.text("mode", "")).toList());
        var bytes = rows.stream().map(row -> row.number("bytes", -1)).toList();
        assertTrue(bytes.get(0) > 0 && bytes.get(1) > 0, bytes::toString);
        assertTrue(bytes.get(6) > 50_000 && bytes.get(7) < 1_000, bytes::toString);
        assertEquals(bytes.get(3), bytes.get(7));
        rows.forEach(row -> assertTrue(row.number("ms", 0) >= row.number("uiStallMs", 0)));
    }

    private static void check(String message, String... arguments) {
        var err = new StringWriter();
        var out = new StringWriter();
        var line = Bench.line().setErr(new PrintWriter(err)).setOut(new PrintWriter(out));
        assertEquals(2, line.execute(arguments));
        assertTrue(err.toString().startsWith(message), err.toString());
        assertEquals("", out.toString());
    }
}

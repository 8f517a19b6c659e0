// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.LoadedScene;
import org.scenewright.scene.SceneProject;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.Value;

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
    void theBoxesOfTheBenchHaveSoManyComponentsAndNoProblems() throws IOException {
        try (var folder = BoxFolder.of(12, 7)) {
            var project = SceneProject.of(folder.directory());
            var scene = LoadedScene.open(project, CoreComponents.load());
            assertEquals(List.of(), scene.problems());
            assertEquals(7, scene.snapshot().components(Entity.of(523, 0)).size());
        }
    }

    @Test
    void whatCannotBeMeasuredIsSaid() {
        check("bench: A batch has at least one message.", "crdt", "--batch=0");
        check("bench: A drag has at least one edit.", "journal", "--edits=0");
        check("bench: There is no scene in nowhere", "frame", "nowhere");
        check("Missing required parameter: 'DIR'", "open");
        check("Missing required subcommand");
        check("Unmatched argument at index 0: 'nonsense'", "nonsense");
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

// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.script.wire.Finding;
import org.scenewright.script.wire.Reflection;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A second passes whenever somebody looks at the clock, which is done before each file. */
class BudgetTest {
    private static final int FILES = 20;

    @TempDir Path folder;
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 7);

    private Project project(int seconds) {
        var reflector = new Reflector(() -> Budget.from(Duration.ofSeconds(seconds), this::tick));
        var project = new Project(folder.resolve("scene"), folder.resolve("cache"), reflector);
        for (int i = 0; i < FILES; i++) {
            project.write(
                    "src/a%d.ts".formatted(i),
                    "import { engine } from '@dcl/sdk/ecs'\n"
                            + "export const A = engine.defineComponent('a%d', {})".formatted(i));
        }
        return project.write("");
    }

    private long tick() {
        return clock.addAndGet(1_000_000_000);
    }

    /** How many components were read; all other files are named. */
    private static int check(Reflection reflection) {
        var late =
                reflection.findings().stream()
                        .filter(f -> f.kind() == Finding.Kind.LIMIT)
                        .filter(f -> f.message().contains("more than 120 seconds"))
                        .map(f -> f.place().file())
                        .distinct()
                        .count();
        assertEquals(FILES, late + reflection.definitions().size());
        assertEquals(late, reflection.findings().size());
        return reflection.definitions().size();
    }

    @Test
    void whatThereIsTimeForIsRead() {
        assertEquals(FILES, check(project(4 * FILES).reflect()));
    }

    @Test
    void filesThatAreNotEvenReadAreNamed() {
        assertEquals(0, check(project(FILES / 2).reflect()));
    }

    @Test
    void filesThatAreNotEvenParsedAreNamed() {
        assertEquals(0, check(project(FILES + FILES / 2).reflect()));
    }

    @Test
    void theNextTimeGoesOnWhereThisOneHasEnded() {
        var project = project(2 * FILES + 8);
        int read = check(project.reflect());
        assertTrue(read > 0 && read < FILES, "at first " + read);
        for (int i = 0; i < FILES && read < FILES; i++) {
            int more = check(project.reflect());
            assertTrue(more > read, "not more than " + read);
            read = more;
        }
        assertEquals(FILES, read);
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.runtime.OpenScene.BOX;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What scenes hear of what people do to their user interfaces. */
class ElementAnswersTest {
    private static final String RESULT = "core::PointerEventsResult";

    @TempDir Path directory;
    private PhysicsStage stage;

    @BeforeEach
    void play() throws IOException {
        stage = new PhysicsStage(directory);
        stage.answered();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    /** State and button by their numbers. */
    private List<String> heard(Entity entity) {
        return stage.appended(entity, RESULT).stream()
                .map(r -> "%.0f of %.0f".formatted(r.number("state", -1), r.number("button", -1)))
                .toList();
    }

    @Test
    void anElementOfAUserInterfaceHearsWhatIsDoneToIt() {
        stage.physics().touch(stage.play(), BOX, 1);
        stage.physics().touch(stage.play(), BOX, 0);
        stage.answered();
        assertEquals(List.of("1 of 0", "0 of 0"), heard(BOX));
        assertEquals(List.of(), heard(Entity.ROOT));
    }

    @Test
    void itsTimestampsGrowWithThoseOfTheWorld() {
        stage.physics().touch(stage.play(), BOX, 1);
        stage.physics().press(InputAction.POINTER);
        stage.answered();
        var own = stage.appended(BOX, RESULT).getFirst().number("timestamp", 0);
        var root = stage.appended(Entity.ROOT, RESULT).getFirst().number("timestamp", 0);
        assertTrue(own > 0 && root > 0 && own != root, own + " and " + root);
    }

    @Test
    void aFieldSaysWhatWasTyped() {
        stage.physics()
                .reply(
                        stage.play(),
                        BOX,
                        "core::UiInputResult",
                        Value.fields("value", Value.of("hello")));
        stage.answered();
        assertEquals("hello", stage.told(BOX, "core::UiInputResult").text("value", ""));
    }

    @Test
    void anElementThatIsGoneHearsNothing() {
        var gone = new Entity(60_000);
        stage.physics().touch(stage.play(), gone, 1);
        stage.answered();
        assertEquals(List.of(), heard(gone));
    }

    @Test
    void whatIsDoneToASceneThatIsOverIsForgotten() {
        var answers = new ElementAnswers();
        answers.add(new ElementAnswers.Answer(stage.play(), BOX, (pointer, to) -> {}));
        answers.forgetEnded();
        assertFalse(answers.isEmpty());
        stage.play().close();
        answers.forgetEnded();
        assertTrue(answers.isEmpty());
    }
}
